/** Who helped, from when to when. Pure. */
import type { ReadEntry, ReceiptSummary } from './read-receipt.ts';

export interface Helper {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Each coming of a rep, until they left or were lost, or the session ended. */
export function whoHelped(
  entries: readonly Pick<ReadEntry, 'kind' | 'at' | 'by' | 'body'>[],
  { endedAt }: Pick<ReceiptSummary, 'endedAt'>,
): Helper[] {
  return entries.flatMap((entry, place) => {
    if (entry.kind !== 'joined' || entry.body['role'] !== 'rep') return [];
    const { name } = entry.by;
    const later = entries.slice(place + 1);
    const end = later.find((one) => isGone(one, name) || isBack(one, name));
    return [{ name, from: entry.at, to: end?.at ?? endedAt }];
  });
}

function isGone({ kind, by, body }: Pick<ReadEntry, 'kind' | 'by' | 'body'>, name: string): boolean {
  return kind === 'rep-lost' ? body['rep'] === name : kind === 'left' && by.kind === 'rep' && by.name === name;
}

function isBack({ kind, by, body }: Pick<ReadEntry, 'kind' | 'by' | 'body'>, name: string): boolean {
  return kind === 'joined' && body['role'] === 'rep' && by.name === name;
}
