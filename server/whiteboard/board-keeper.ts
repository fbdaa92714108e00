/** Boards in the store: every operation by itself, and now and then the whole, so that none is read from its beginning. */
import { applyToBoard, emptyBoard } from '../../shared/contract/apply-to-board.ts';
import type { ClientEntryId, SessionId } from '../../shared/contract/identifiers.ts';
import type { BoardEntry } from '../../shared/contract/whiteboard.ts';
import { anyOf } from '../documents/any-of.ts';
import { above, below } from '../documents/compare.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import { entriesRemembered, remember } from './plan-acts.ts';
import type { StandingBoard } from './plan-acts.ts';
import type { WhiteboardModels } from './whiteboard-model.ts';

/** After so many operations the whole is written down anew. */
const writtenEvery = 250;

export interface BoardKeeper {
  load(session: SessionId): Promise<StandingBoard>;
  /** What is stored under ids that authors gave. */
  sentBefore(session: SessionId, ids: readonly ClientEntryId[]): Promise<ReadonlyMap<ClientEntryId, BoardEntry>>;
  /** Resolves when all are durable; `false` when another process has taken one of their places, or one is there under its id already. */
  append(session: SessionId, entries: readonly BoardEntry[]): Promise<boolean>;
  /** Writes the whole down if it is time, `added` operations later; those that it holds go, but for the latest. */
  shorten(session: SessionId, standing: StandingBoard, added: number): Promise<void>;
  forget(session: SessionId): Promise<void>;
}

export function createBoardKeeper({ entries, boards }: WhiteboardModels): BoardKeeper {
  /** By the id, which says the place too: one that is damaged has its place all the same, and the next comes behind it. */
  async function lastPlace(session: SessionId): Promise<number> {
    const [last] = await entries.find({ session }).select({ _id: 1 }).sort({ seq: -1 }).limit(1).lean();
    const place = Number(last?._id.split(':').at(-1));
    return Number.isSafeInteger(place) ? place : 0;
  }

  return {
    async load(session) {
      const written = await boards.findOne({ _id: session }).lean();
      const since = written?.seq ?? 0;
      const [later, ids, last] = await Promise.all([
        entries
          .find({ session, seq: above(since) })
          .sort({ seq: 1 })
          .lean(),
        entries
          .find({ session, seq: above(since - entriesRemembered) })
          .select({ clientId: 1 })
          .sort({ seq: 1 })
          .lean(),
        lastPlace(session),
      ]);
      const board = later.reduce(applyToBoard, written === null ? emptyBoard(session) : { tabs: written.tabs });
      return { seq: Math.max(since, last), board, lately: remember(new Set(), ids) };
    },
    async sentBefore(session, ids) {
      const found = await entries.find({ session, clientId: anyOf(ids) }).lean();
      return new Map(
        found.map(({ seq, by, clientId, operation }) => [clientId, { seq, by, clientId, operation }] as const),
      );
    },
    async append(session, fresh) {
      try {
        await entries.insertMany(fresh.map((entry) => ({ _id: `${session}:${entry.seq}`, session, ...entry })));
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    async shorten(session, { seq, board }, added) {
      if (seq % writtenEvery >= added) return;
      try {
        await boards.updateOne(
          { _id: session, seq: below(seq) },
          { $set: { seq, tabs: [...board.tabs] } },
          { upsert: true },
        );
      } catch (error) {
        // Another process has written a later one.
        if (!isDuplicateKey(error)) throw error;
      }
      await entries.deleteMany({ session, seq: below(seq - entriesRemembered) });
    },
    async forget(session) {
      await entries.deleteMany({ session });
      await boards.deleteOne({ _id: session });
    },
  };
}
