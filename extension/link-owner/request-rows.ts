import type { ChannelId, RequestId } from '../../shared/contract/identifiers.ts';
import type { Offer } from '../../shared/contract/offer-operations.ts';
import type { QueueMove, WaitingRequest } from '../../shared/contract/support-request.ts';
import type { Gone, RequestRow } from '../port/view-state.ts';

/** The queue as the server has it now, in its order. Rows that went away for a told reason stay where they are, for their moment. */
export function withQueue(rows: readonly RequestRow[], requests: readonly WaitingRequest[]): RequestRow[] {
  const waiting = new Set(requests.map(({ id }) => id));
  const next: RequestRow[] = requests.map((request) => ({ request, gone: null }));
  for (const [place, row] of rows.entries()) {
    if (row.gone !== null && !waiting.has(row.request.id)) next.splice(Math.min(place, next.length), 0, row);
  }
  return next;
}

/** The queue after a move. A request of which nothing is known is left out: `lacksSomeOf` tells. */
export function withMove(rows: readonly RequestRow[], { order, changed }: QueueMove): RequestRow[] {
  const known = new Map([...rows.map(({ request }) => request), ...changed].map((request) => [request.id, request]));
  const behind = new Map<ChannelId, number>();
  const requests = order.flatMap((id) => {
    const request = known.get(id);
    if (request === undefined) return [];
    const position = (behind.get(request.channel) ?? 0) + 1;
    behind.set(request.channel, position);
    return [{ ...request, position }];
  });
  return withQueue(rows, requests);
}

/** Whether a move names requests that are not known here. */
export function lacksSomeOf(rows: readonly RequestRow[], { order, changed }: QueueMove): boolean {
  const known = new Set([...rows.map(({ request }) => request), ...changed].map(({ id }) => id));
  return order.some((id) => !known.has(id));
}

/** A new request comes last, until the server tells its place; a changed one stays where it is. */
export function withRequest(rows: readonly RequestRow[], request: WaitingRequest): RequestRow[] {
  const fresh: RequestRow = { request, gone: null };
  const isKnown = rows.some((row) => row.request.id === request.id);
  return isKnown ? rows.map((row) => (row.request.id === request.id ? fresh : row)) : [...rows, fresh];
}

/** Marks a row as gone; one that is not there, or gone already, stays as it is. */
export function withGone(rows: readonly RequestRow[], id: RequestId, gone: Gone): RequestRow[] {
  return rows.map((row) => (row.request.id === id && row.gone === null ? { ...row, gone } : row));
}

/** Takes a gone row out of sight. A request that came back in the meantime stays. */
export function withoutGone(rows: readonly RequestRow[], id: RequestId): RequestRow[] {
  return rows.filter((row) => row.request.id !== id || row.gone === null);
}

/** The rows that can still be taken. */
export function waitingRows(rows: readonly RequestRow[]): WaitingRequest[] {
  return rows.filter(({ gone }) => gone === null).map(({ request }) => request);
}

/** The request that an offer is about, while it can still be taken. */
export function offeredRequest(
  rows: readonly RequestRow[],
  offer: Offer | null | undefined,
): WaitingRequest | undefined {
  return waitingRows(rows).find(({ id }) => id === offer?.request);
}
