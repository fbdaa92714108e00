/** The web pages, as vite built them. */
import express, { Router } from 'express';
import type { RequestHandler, Response } from 'express';
import { join } from 'node:path';
import { AppError } from '../../shared/contract/errors.ts';

const customerPages = ['/', '/connect', '/needs', '/help', '/help/:topic'];
const adminPages = ['/admin', '/admin/:page', '/admin/:page/:item'];

/**
 * Serves `folder/customer` and `folder/admin`. The set-up page exists only while `isSetUpOpen`; afterwards its address
 * is one like any other that never was.
 */
export function createWebPages(folder: string, isSetUpOpen: () => Promise<boolean>): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const customer = join(folder, 'customer');
  const admin = join(folder, 'admin');

  router.get('/setup', async (_request, response) => {
    if (!(await isSetUpOpen())) throw new AppError('not-found');
    sendPage(admin, response);
  });
  router.use('/admin', files(admin));
  router.use(files(customer));
  router.get(customerPages, (_request, response) => sendPage(customer, response));
  router.get(adminPages, (request, response, next) => {
    // A missing script must not be answered with a page: the browser would report the wrong fault.
    if (/\.[a-z0-9]+$/.test(request.path)) return next();
    sendPage(admin, response);
  });
  return router;
}

function files(root: string): RequestHandler {
  return express.static(root, {
    index: false,
    redirect: false,
    dotfiles: 'deny',
    fallthrough: true,
    setHeaders(response, path) {
      // vite puts a hash of the content into the names of what it puts into `assets`.
      const isHashed = path.startsWith(join(root, 'assets'));
      response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

function sendPage(root: string, response: Response): void {
  response.sendFile('index.html', { root, cacheControl: false, headers: { 'Cache-Control': 'no-cache' } }, (error) => {
    if (error === undefined || response.headersSent) return;
    response.status(503).type('text').send('The web pages are not built. Run `npm start`, which builds them.\n');
  });
}
