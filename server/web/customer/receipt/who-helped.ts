/** Who helped, from when to when. Pure. */
import type { ReadEntry, ReceiptSummary } from './read-receipt.ts';

export interface Helper {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

type Told = Pick<ReadEntry, 'kind' | 'at' | 'by' | 'body'>;

/** Each stay of a rep, whether the session was theirs or they came in beside, in the order in which they came. */
export function whoHelped(entries: readonly Told[], { endedAt }: Pick<ReceiptSummary, 'endedAt'>): Helper[] {
  const stays: { name: string; from: number; to: number | undefined }[] = [];
  const stayOf = (name: string) => stays.find((stay) => stay.name === name && stay.to === undefined);
  for (const entry of entries) {
    const gone = whoWent(entry);
    const left = gone === undefined ? undefined : stayOf(gone);
    if (left !== undefined) left.to = entry.at;
    const { name } = entry.by;
    if (bringsRep(entry) && stayOf(name) === undefined) stays.push({ name, from: entry.at, to: undefined });
  }
  return stays.map(({ name, from, to = endedAt }) => ({ name, from, to }));
}

function bringsRep({ kind, by, body }: Told): boolean {
  if (by.kind !== 'rep') return false;
  return kind === 'handed-over' || (kind === 'joined' && (body['role'] === 'rep' || body['role'] === 'guest'));
}

function whoWent({ kind, body }: Told): string | undefined {
  switch (kind) {
    case 'rep-lost':
    case 'rep-left':
    case 'back-in-line':
      return textIn(body['rep']);
    case 'handed-over':
      return body['stays'] === true ? undefined : textIn(body['from']);
    default:
      return undefined;
  }
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
