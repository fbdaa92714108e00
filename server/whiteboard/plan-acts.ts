/** What becomes of acts that come in: which are new, which were there before, which cannot be. Pure. */
import { applyToBoard, whyRefused } from '../../shared/contract/apply-to-board.ts';
import type { ClientEntryId } from '../../shared/contract/identifiers.ts';
import type { Board, BoardAct, BoardEntry, BoardRefusal, BoardSide } from '../../shared/contract/whiteboard.ts';

/** So many of the latest operations are known by the id that their author gave them. */
export const entriesRemembered = 500;

/** A board as it stands, and what was done to it lately. */
export interface StandingBoard {
  readonly seq: number;
  readonly board: Board;
  readonly lately: ReadonlyMap<ClientEntryId, BoardEntry>;
}

export interface ActsPlan {
  readonly after: StandingBoard;
  /** To be stored, in this order. */
  readonly fresh: readonly BoardEntry[];
  /** What the author hears: new and known ones. */
  readonly entries: readonly BoardEntry[];
  readonly refused: readonly { readonly clientId: ClientEntryId; readonly why: BoardRefusal }[];
}

export function planActs(before: StandingBoard, by: BoardSide, acts: readonly BoardAct[]): ActsPlan {
  let { seq, board } = before;
  const fresh: BoardEntry[] = [];
  const entries: BoardEntry[] = [];
  const refused: { clientId: ClientEntryId; why: BoardRefusal }[] = [];
  const sent = new Map<ClientEntryId, BoardEntry>();
  for (const { clientId, operation } of acts) {
    const known = before.lately.get(clientId) ?? sent.get(clientId);
    if (known !== undefined) {
      entries.push(known);
      continue;
    }
    const why = whyRefused(board, operation);
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

/** The latest ones with more of them. */
export function remember(
  lately: StandingBoard['lately'],
  fresh: readonly BoardEntry[],
): ReadonlyMap<ClientEntryId, BoardEntry> {
  if (fresh.length === 0) return lately;
  const all = [...lately.values(), ...fresh].slice(-entriesRemembered);
  return new Map(all.map((entry) => [entry.clientId, entry]));
}
