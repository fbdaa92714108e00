import type { RequestId } from '../../shared/contract/identifiers.ts';
import type { WaitingRequest } from '../../shared/contract/support-request.ts';
import type { Gone, RequestRow } from '../port/view-state.ts';

/** The queue as the server has it now. Rows that went away for a told reason stay where they are, for their moment. */
export function withQueue(rows: readonly RequestRow[], requests: readonly WaitingRequest[]): RequestRow[] {
  const waiting = new Set(requests.map(({ id }) => id));
  const leaving = rows.filter(({ request, gone }) => gone !== null && !waiting.has(request.id));
  return inOrder([...requests.map((request) => ({ request, gone: null })), ...leaving]);
}

/** A new request, or a changed one. */
export function withRequest(rows: readonly RequestRow[], request: WaitingRequest): RequestRow[] {
  return inOrder([...rows.filter((row) => row.request.id !== request.id), { request, gone: null }]);
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

/* The server's order within a channel; across channels whoever asked first. */
function inOrder(rows: RequestRow[]): RequestRow[] {
  return rows.toSorted((a, b) => a.request.createdAt - b.request.createdAt);
}
