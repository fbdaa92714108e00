/** What one person did on a board, so that they can take it back and do it again: never what somebody else did. Pure. */
import type { BoardOperation } from '../../contract/whiteboard.ts';

/** One thing that was done, and what undoes it. */
export interface Deed {
  readonly done: readonly BoardOperation[];
  readonly undone: readonly BoardOperation[];
}

export interface BoardHistory {
  readonly past: readonly Deed[];
  readonly future: readonly Deed[];
}

export const noHistory: BoardHistory = { past: [], future: [] };

const mostKept = 200;

/** After one more deed there is nothing to do again. */
export function withDeed({ past }: BoardHistory, deed: Deed): BoardHistory {
  return { past: [...past, deed].slice(-mostKept), future: [] };
}

/** What to do to take the last deed back; `undefined` when there is none. */
export function stepBack({
  past,
  future,
}: BoardHistory): { history: BoardHistory; operations: Deed['undone'] } | undefined {
  const last = past.at(-1);
  if (last === undefined) return undefined;
  return { history: { past: past.slice(0, -1), future: [...future, last] }, operations: last.undone };
}

/** What to do to do the last one again that was taken back. */
export function stepAgain({
  past,
  future,
}: BoardHistory): { history: BoardHistory; operations: Deed['done'] } | undefined {
  const next = future.at(-1);
  if (next === undefined) return undefined;
  return { history: { past: [...past, next], future: future.slice(0, -1) }, operations: next.done };
}
