/** What becomes of acts that come in: which are new, which were there before, which cannot be. Pure. */
import { applyToBoard, whyRefused } from '../../shared/contract/apply-to-board.ts';
import type { ClientEntryId } from '../../shared/contract/identifiers.ts';
import type { Board, BoardAct, BoardEntry, BoardRefusal, BoardSide } from '../../shared/contract/whiteboard.ts';

/** So many of the latest operations are known by the id that their author gave them; what they were is in the store. */
export const entriesRemembered = 500;

/** A board as it stands, and by which ids something was done to it lately: ids alone, since operations may be large. */
export interface StandingBoard {
  readonly seq: number;
  readonly board: Board;
  readonly lately: ReadonlySet<ClientEntryId>;
}

export interface ActsPlan {
  readonly after: StandingBoard;
  /** To be stored, in this order. */
  readonly fresh: readonly BoardEntry[];
  /** What the author hears: new and known ones. */
  readonly entries: readonly BoardEntry[];
  readonly refused: readonly { readonly clientId: ClientEntryId; readonly why: BoardRefusal }[];
}

/** `sentBefore`: what the store has under the ids of these acts, as far as it may have something. */
export function planActs(
  before: StandingBoard,
  by: BoardSide,
  acts: readonly BoardAct[],
  sentBefore: ReadonlyMap<ClientEntryId, BoardEntry> = new Map(),
): ActsPlan {
  let { seq, board } = before;
  const fresh: BoardEntry[] = [];
  const entries: BoardEntry[] = [];
  const refused: { clientId: ClientEntryId; why: BoardRefusal }[] = [];
  const sent = new Map<ClientEntryId, BoardEntry>();
  for (const { clientId, operation } of acts) {
    const known = sentBefore.get(clientId) ?? sent.get(clientId);
    if (known !== undefined) {
      entries.push(known);
      continue;
    }
    // Known, and not to be read any more: it is not done a second time.
    const why = before.lately.has(clientId) ? 'gone' : whyRefused(board, operation);
    if (why !== undefined) {
      refused.push({ clientId, why });
      continue;
    }
    seq += 1;
    const entry = { seq, by, clientId, operation };
    board = applyToBoard(board, entry);
    sent.set(clientId, entry);
    fresh.push(entry);
    entries.push(entry);
  }
  return { after: { seq, board, lately: remember(before.lately, fresh) }, fresh, entries, refused };
}

/** The latest ids with more of them. */
export function remember(
  lately: StandingBoard['lately'],
  fresh: readonly Pick<BoardEntry, 'clientId'>[],
): StandingBoard['lately'] {
  if (fresh.length === 0) return lately;
  return new Set([...lately, ...fresh.map(({ clientId }) => clientId)].slice(-entriesRemembered));
}
