/** Boards that are drawn on: what is done to each has one order, and is durable before anybody hears of it. */
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { BoardAct, BoardEntry, BoardSide } from '../../shared/contract/whiteboard.ts';
import { createInTurn } from '../sessions/in-turn.ts';
import type { BoardKeeper } from './board-keeper.ts';
import { planActs } from './plan-acts.ts';
import type { ActsPlan, StandingBoard } from './plan-acts.ts';

/** Boards that are known without asking the store; the one used longest ago goes first. */
const mostKnown = 50;
/** Each round means that another process was faster. */
const mostTries = 10;

export interface Whiteboards {
  read(session: SessionId): Promise<Pick<StandingBoard, 'seq' | 'board'>>;
  /** `onStored` is told, in the board's order, of everything of which nobody was told yet: what is new, and what was stored by a try that failed. */
  act(
    session: SessionId,
    by: BoardSide,
    acts: readonly BoardAct[],
    onStored: (entries: readonly BoardEntry[]) => void,
  ): Promise<Pick<ActsPlan, 'entries' | 'refused'>>;
  /** Nothing of it is kept in memory any more. */
  putAway(session: SessionId): void;
  forget(session: SessionId): Promise<void>;
}

export function createWhiteboards(keeper: BoardKeeper): Whiteboards {
  const inTurn = createInTurn();
  const known = new Map<SessionId, StandingBoard>();
  /** Up to which operation this process has told of each board that is drawn on. */
  const told = new Map<SessionId, number>();

  async function standing(session: SessionId): Promise<StandingBoard> {
    return known.get(session) ?? keep(session, await keeper.load(session));
  }

  function keep(session: SessionId, board: StandingBoard): StandingBoard {
    known.delete(session);
    known.set(session, board);
    const [oldest] = known.keys();
    if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
    return board;
  }

  return {
    read: (session) =>
      inTurn(session, async () => {
        const { seq, board } = await standing(session);
        return { seq, board };
      }),
    act: (session, by, acts, onStored) =>
      inTurn(session, async () => {
        const through = told.get(session) ?? (await standing(session)).seq;
        told.set(session, through);
        for (let tries = 0; tries < mostTries; tries += 1) {
          const before = await standing(session);
          // What was refused a place may be there already: sent again long after, or half of it stored when somebody was faster.
          const maybeThere = acts.map(({ clientId }) => clientId).filter((id) => tries > 0 || before.lately.has(id));
          const sentBefore = maybeThere.length === 0 ? new Map() : await keeper.sentBefore(session, maybeThere);
          const { after, fresh, entries, refused } = planActs(before, by, acts, sentBefore);
          if (fresh.length > 0) {
            // Whatever becomes of the write, what is known until it is done may be too old.
            known.delete(session);
            if (!(await keeper.append(session, fresh))) continue;
            keep(session, after);
          }
          const untold = entries.filter(({ seq }) => seq > through);
          if (untold.length > 0) onStored(untold);
          told.set(session, Math.max(through, ...untold.map(({ seq }) => seq)));
          if (fresh.length > 0) await keeper.shorten(session, after, fresh.length);
          return { entries, refused };
        }
        throw new Error(`No place on the whiteboard of a session after ${mostTries} tries.`);
      }),
    putAway(session) {
      known.delete(session);
      told.delete(session);
    },
    forget: (session) =>
      inTurn(session, async () => {
        known.delete(session);
        told.delete(session);
        await keeper.forget(session);
      }),
  };
}
