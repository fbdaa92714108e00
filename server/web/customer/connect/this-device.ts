/** Whether a browser is on a phone (or tablet) or on a computer, by its own words and its touch points. Pure. */
export function deviceOf({ userAgent, maxTouchPoints }: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>) {
  if (/android|mobile|iphone|ipad/i.test(userAgent)) return 'phone';
  // A tablet of Apple's says that it is a Mac; no Mac has a touch screen.
  return /macintosh/i.test(userAgent) && maxTouchPoints > 1 ? 'phone' : 'computer';
}
