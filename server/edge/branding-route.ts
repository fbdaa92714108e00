import { Router } from 'express';

/** `GET /branding.css`: the organisation's colour, linked by the customer's page so that its first paint has it. */
export function createBrandingRoute(style: () => Promise<string>): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/branding.css', async (_request, response) => {
    response
      .set('Cache-Control', 'no-cache')
      .type('css')
      .send(await style());
  });
  return router;
}
