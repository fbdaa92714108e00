/** The pictures that lie on a board, as addresses that can be shown; each is fetched once. */
import { signal } from '@preact/signals';
import { AppError } from '../../contract/errors.ts';
import type { BoardPictureId } from '../../contract/whiteboard.ts';
import type { BoardPort } from './board-port.ts';

export function createBoardPictures(port: Pick<BoardPort, 'picture' | 'keepPicture'>) {
  const addresses = signal<ReadonlyMap<BoardPictureId, string>>(new Map());
  const asked = new Set<BoardPictureId>();

  const put = (id: BoardPictureId, address: string) => {
    addresses.value = new Map(addresses.value).set(id, address);
  };

  async function fetchPicture(id: BoardPictureId): Promise<void> {
    try {
      const { type, data } = await port.picture(id);
      put(id, `data:${type};base64,${data}`);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // Asked again when it is drawn anew.
      asked.delete(id);
    }
  }

  return {
    addresses,
    /** Begins to fetch it unless it is known or on its way. */
    want(id: BoardPictureId) {
      if (addresses.value.has(id) || asked.has(id)) return;
      asked.add(id);
      void fetchPicture(id);
    },
    /** Hands an own one to the server. Rejects with an `AppError`. */
    async keep(id: BoardPictureId, type: string, data: string) {
      await port.keepPicture(id, data);
      asked.add(id);
      put(id, `data:${type};base64,${data}`);
    },
  };
}
