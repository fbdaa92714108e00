import { Router } from 'express';
import { AppError } from '../../shared/contract/errors.ts';
import type { PictureService } from '../pictures/picture-service.ts';

/** `GET /pictures/<id>`: pictures of people, as pictures and nothing else, whatever somebody managed to upload. */
export function createPicturesRoute(pictures: PictureService): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/pictures/:id', async (request, response) => {
    const { id } = request.params;
    const picture = /^[A-Za-z0-9_-]{22}$/.test(id) ? await pictures.read(id) : undefined;
    if (picture === undefined) throw new AppError('not-found');
    response.set({
      'Content-Type': picture.type,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Content-Disposition': 'inline',
      // A changed picture has another address. The extension shows them too, from its own origin.
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
    response.end(picture.bytes);
  });
  return router;
}
