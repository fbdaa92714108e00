/** The whiteboard: its collections, what both sides ask of it, and what of it belongs to a session. */
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { FeatureNeeds } from '../edge/feature-seam.ts';
import type { Rights } from '../rights/right-service.ts';
import type { SessionBelongings } from '../sessions/session-belongings.ts';
import type { Sessions } from '../sessions/session-service.ts';
import { createBoardKeeper } from './board-keeper.ts';
import { createBoardPictures } from './board-pictures.ts';
import { customerWhiteboardHandlers, repWhiteboardHandlers } from './whiteboard-handlers.ts';
import { whiteboardModels } from './whiteboard-model.ts';
import { createWhiteboards } from './whiteboard-service.ts';

interface WhiteboardNeeds extends Pick<FeatureNeeds, 'connection' | 'links'> {
  readonly sessions: Sessions;
  readonly rights: Rights;
  readonly belongings: SessionBelongings;
}

/** `start` resolves when collections and indexes are there: an operation's place is settled by them. */
export function openWhiteboard(needs: WhiteboardNeeds) {
  const models = whiteboardModels(needs.connection);
  const whiteboards = createWhiteboards(createBoardKeeper(models));
  const pictures = createBoardPictures(models);

  needs.sessions.onEnd(({ _id }) => whiteboards.putAway(_id));
  needs.belongings.add({
    async forget(session) {
      await whiteboards.forget(session);
      await pictures.forget(session);
    },
    read: customersPart,
  });

  /** What the customer has drawn, and the pictures among it. */
  async function customersPart(session: SessionId) {
    const { seq, board } = await whiteboards.read(session);
    whiteboards.putAway(session);
    if (seq === 0) return {};
    const tabs = board.tabs.map(({ name, items }) => ({
      name,
      drawn: items.filter(({ by, shown }) => by === 'customer' && shown).map(({ item }) => item),
    }));
    const shown = new Set(
      tabs.flatMap(({ drawn }) => drawn.flatMap((item) => (item.kind === 'picture' ? item.picture : []))),
    );
    const all = await pictures.all(session);
    return {
      whiteboard: tabs,
      whiteboardPictures: all
        .filter(({ picture }) => shown.has(picture))
        .map(({ picture, type, data }) => ({ picture, type, data })),
    };
  }

  const forHandlers = { ...needs, whiteboards, pictures };
  return {
    repHandlers: repWhiteboardHandlers(forHandlers),
    customerHandlers: customerWhiteboardHandlers(forHandlers),
    async start() {
      for (const model of [models.entries, models.boards, models.pictures]) await model.createIndexes();
    },
  };
}
