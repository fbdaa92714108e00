/** The web pages, as vite built them: `customer/index.html`, `admin/index.html`, and `assets` that both use. */
import express, { Router } from 'express';
import type { RequestHandler, Response } from 'express';
import { join } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';
import { extensionPaths } from '../../shared/contract/extension-packages.ts';

const customerPages = [
  '/',
  '/connect',
  '/ask',
  '/invite',
  extensionPaths.page,
  '/needs',
  '/needs/:topic',
  '/receipt',
  '/help',
  '/help/:topic',
];
const adminPages = ['/admin', '/admin/', '/admin/:page', '/admin/:page/:item'];

/**
 * Serves the pages built into `folder`. The set-up page exists only while `isSetUpOpen`; afterwards its address is one
 * like any other that never was.
 */
export function createWebPages(folder: string, isSetUpOpen: () => Promise<boolean>): Router {
  const router = Router({ caseSensitive: true, strict: true });
  // vite puts a hash of the content into the names of what it puts into `assets`.
  router.use('/assets', files(join(folder, 'assets'), 'public, max-age=31536000, immutable'));
  router.get(/^\/[a-z0-9-]+\.(svg|png|ico|txt|webmanifest)$/, files(folder, 'no-cache'));

  router.get('/setup', async (_request, response) => {
    if (!(await isSetUpOpen())) throw new AppError('not-found');
    sendPage(join(folder, 'admin'), response);
  });
  router.get(customerPages, (_request, response) => sendPage(join(folder, 'customer'), response));
  router.get(adminPages, (_request, response) => sendPage(join(folder, 'admin'), response));
  return router;
}

function files(root: string, cacheControl: string): RequestHandler {
  return express.static(root, {
    index: false,
    redirect: false,
    dotfiles: 'deny',
    setHeaders: (response) => response.setHeader('Cache-Control', cacheControl),
  });
}

function sendPage(root: string, response: Response): void {
  response.sendFile('index.html', { root, cacheControl: false, headers: { 'Cache-Control': 'no-cache' } }, (error) => {
    // `error` is missing when all went well; a browser that went away has no use for an answer.
    if (!(error instanceof Error) || response.headersSent) return;
    response.status(503).type('text').send('The web pages are not built. Run `npm start`, which builds them.\n');
  });
}
