import type { RepFace } from '../../shared/contract/account.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { Clock } from '../config/clock.ts';
import type { AccountNews } from './account-news.ts';

/** How long a change that another process made may stay unseen. */
const rememberedMs = 10_000;

type ReadFace = (id: AccountId) => Promise<RepFace | undefined>;

/**
 * Remembers faces: they are shown with every change of every session, and change hardly ever. What changes in this process is seen at
 * once, by the news of it.
 */
export function rememberFaces(read: ReadFace, news: Pick<AccountNews, 'subscribe'>, clock: Clock): ReadFace {
  const known = new Map<AccountId, { readonly face: ReturnType<ReadFace>; readonly until: number }>();
  news.subscribe({ changed: ({ id }) => void known.delete(id), revoked: () => undefined });

  return (id) => {
    const now = clock.now();
    const remembered = known.get(id);
    if (remembered !== undefined && remembered.until > now) return remembered.face;
    const face = read(id);
    const fresh = { face, until: now + rememberedMs };
    known.set(id, fresh);
    // A failure is told to whoever asked, and not remembered.
    face.catch(() => {
      if (known.get(id) === fresh) known.delete(id);
    });
    return face;
  };
}
