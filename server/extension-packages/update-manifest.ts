/** Where browsers look for the newest version of what they have from this server. Pure. */
import { extensionPaths } from '../../shared/contract/extension-packages.ts';
import type { ExtensionPackages } from '../../shared/contract/extension-packages.ts';

/** Chrome's: https://developer.chrome.com/docs/extensions/how-to/distribute/host-on-linux#update_manifest */
export function chromeUpdates({ signedId, version, origin }: ExtensionPackages): string {
  const address = origin + extensionPaths.signedFile;
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">`,
    `  <app appid="${signedId}">`,
    `    <updatecheck codebase="${address}" version="${version}" />`,
    `  </app>`,
    `</gupdate>`,
    ``,
  ].join('\n');
}

/** Firefox's: https://extensionworkshop.com/documentation/manage/updating-your-extension/. Unsigned ones are no update. */
export function firefoxUpdates({ firefox, version, origin }: ExtensionPackages): object {
  const updates = firefox.isSigned ? [{ version, update_link: origin + extensionPaths.firefoxFile }] : [];
  return { addons: { [firefox.id]: { updates } } };
}
