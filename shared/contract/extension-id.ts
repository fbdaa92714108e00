/**
 * The extension's id in Chrome and Chromium. It follows from the public key in `wxt.config.ts`, so it is the same in
 * every installation, and the server can tell the extension's origin from any other page's.
 */
export const EXTENSION_ID = 'eddafefpjopdgfkpcemllnogdihnfjlh';

/** What a browser sends as `Origin` from the extension's own pages (Firefox makes another one for each installation). */
export const EXTENSION_ORIGIN = `chrome-extension://${EXTENSION_ID}`;

/** The id of the build for Firefox, as `wxt.config.ts` gives it. What a server hands out has another one, of that server. */
export const FIREFOX_EXTENSION_ID = 'remotehelp@remotehelp.example';
