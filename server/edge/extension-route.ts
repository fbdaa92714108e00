/** Where the extension is fetched from: by people on the page of installation, and by browsers that look for updates. */
import { Router } from 'express';
import type { Response } from 'express';
import { extensionPaths as paths } from '../../shared/contract/extension-packages.ts';
import type { Packages } from '../extension-packages/extension-packages.ts';
import { chromeUpdates, firefoxUpdates } from '../extension-packages/update-manifest.ts';

/** `GET /extension/…`, for everybody: nothing in it is anybody's own. */
export function createExtensionRoute(packages: Packages): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get(paths.storeArchive, async (_request, response) => {
    sendFile(response, await packages.file('store'), 'application/zip', 'remotehelp-chrome.zip');
  });
  router.get(paths.signedFile, async (_request, response) => {
    sendFile(response, await packages.file('signed'), 'application/x-chrome-extension', 'remotehelp.crx');
  });
  router.get(paths.firefoxFile, async (_request, response) => {
    const [file, { firefox }] = await Promise.all([packages.file('firefox'), packages.about()]);
    // What is signed Firefox offers to install; of the other it would only say that it is damaged.
    if (firefox.isSigned) sendFile(response, file, 'application/x-xpinstall');
    else sendFile(response, file, 'application/octet-stream', 'remotehelp-firefox.xpi');
  });
  router.get(paths.about, async (_request, response) => {
    response.set('Cache-Control', 'no-cache').json(await packages.about());
  });
  router.get(paths.updates, async (_request, response) => {
    const updates = chromeUpdates(await packages.about());
    response.set('Cache-Control', 'no-cache').type('application/xml').send(updates);
  });
  router.get(paths.firefoxUpdates, async (_request, response) => {
    response.set('Cache-Control', 'no-cache').json(firefoxUpdates(await packages.about()));
  });
  return router;
}

/** With a `name` it is saved under it. */
function sendFile(response: Response, file: Buffer, type: string, name?: string): void {
  response.set({
    'Content-Type': type,
    'Content-Length': String(file.length),
    'Cache-Control': 'no-cache',
    ...(name === undefined ? {} : { 'Content-Disposition': `attachment; filename="${name}"` }),
  });
  response.end(file);
}
