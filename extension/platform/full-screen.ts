import browser from 'webextension-polyfill';

/** Whether some window of the browser fills a whole screen: a presentation, a film, a viewer. */
export async function isSomethingFullScreen(): Promise<boolean> {
  return (await browser.windows.getAll()).some(({ state }) => state === 'fullscreen');
}
