/** What an organisation's own web site loads: the button's script, and whether somebody is there. */
import { Router } from 'express';
import { join } from 'node:path';
import type { HelpStatus } from './feature-seam.ts';

/** So long caches may keep an answer, in seconds: many visitors become one look. */
const FRESH_S = 5;

/** `GET /help.js` and `GET /help-status.json`. The second is for every site: it says nothing of anybody, and asks for no cookie. */
export function createHelpRoute(webFolder: string, helpStatus: () => Promise<HelpStatus>): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/help.js', (_request, response, next) => {
    response.set({ 'Cross-Origin-Resource-Policy': 'cross-origin', 'Cache-Control': 'public, max-age=300' });
    response.sendFile('help.js', { root: join(webFolder), cacheControl: false }, (error) => {
      if (error instanceof Error && !response.headersSent) next(error);
    });
  });
  router.get('/help-status.json', async (_request, response) => {
    const status = await helpStatus();
    response
      .set({
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'Cache-Control': `public, max-age=${FRESH_S}`,
      })
      .json(status);
  });
  return router;
}
