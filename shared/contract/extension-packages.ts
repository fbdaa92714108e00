/** The extension as a server hands it out: packed for each browser, and bound to this server. */
import * as v from 'valibot';

/** Under which addresses of the server everything lies. */
export const extensionPaths = {
  page: '/install',
  about: '/extension/about.json',
  storeArchive: '/extension/remotehelp-chrome.zip',
  signedFile: '/extension/remotehelp.crx',
  updates: '/extension/updates.xml',
  firefoxFile: '/extension/remotehelp-firefox.xpi',
  firefoxUpdates: '/extension/firefox-updates.json',
} as const;

/** An id as Chrome gives it to an extension. */
export const ChromeExtensionId = v.pipe(v.string(), v.regex(/^[a-p]{32}$/));

/** A version as browsers compare them: up to four numbers. */
export const ExtensionVersion = v.pipe(v.string(), v.regex(/^\d{1,9}(\.\d{1,9}){0,3}$/));

/** What the page of installation tells. */
export const ExtensionPackages = v.object({
  version: ExtensionVersion,
  /** The server's public address, which the packages are bound to. */
  origin: v.string(),
  /** Of what this server signs for Chrome. */
  signedId: ChromeExtensionId,
  /** Of the organisation's own entry in the Chrome Web Store, if an administrator has named it. */
  storeId: v.nullable(ChromeExtensionId),
  firefox: v.object({
    id: v.string(),
    /** Whether Mozilla has signed it, so that every Firefox keeps it. */
    isSigned: v.boolean(),
  }),
});
export type ExtensionPackages = v.InferOutput<typeof ExtensionPackages>;

/**
 * The attribute of a page's root by which the extension tells pages of its own server its version, and nothing else. It
 * is set by a script that runs on no other site.
 */
export const installedVersionAttribute = 'data-remotehelp-extension';
