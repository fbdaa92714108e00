import browser from 'webextension-polyfill';

/** The address of the server that handed this extension out; `undefined` for a build that belongs to none. */
export function packedFor(): string | undefined {
  return browser.runtime.getManifest().homepage_url;
}
