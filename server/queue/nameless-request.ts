import * as v from 'valibot';
import { BrowserId } from '../edge/links.ts';
import { newToken } from '../secrets/random.ts';

/** The browser that was told apart by it has never been here: statistics count a session by having one. */
export function anotherBrowser(): BrowserId {
  return v.parse(BrowserId, `erased-${newToken()}`);
}

/** What a request loses when its customer is forgotten. */
export function namelessRequest() {
  const nobody = { name: '', email: '', phone: '', reason: '', message: '', browser: anotherBrowser() };
  return { $set: nobody, $unset: { words: '', 'takeover.transfer': '' } };
}
