/**
 * The lines of reps' channels, told as differences: the order by ids, and only those requests whole that this rep does
 * not know yet as they are. A line of a thousand is told to a hundred reps several times a second when it moves.
 */
import { isDeepStrictEqual } from 'node:util';
import type { ChannelId, RequestId } from '../../shared/contract/identifiers.ts';
import type { QueueMove, WaitingRequest } from '../../shared/contract/support-request.ts';
import { waitingRequests } from './queue-views.ts';
import type { QueueView } from './queue-views.ts';

/** What a rep has been told of a line. Requests that have not changed are the same object from one look to the next. */
export interface RepLine {
  readonly order: readonly RequestId[];
  readonly requests: ReadonlyMap<RequestId, WaitingRequest>;
}

export interface RepLines {
  /** The lines of these channels, in one order; the same object for every rep who is in the same ones. */
  of(theirs: readonly ChannelId[]): RepLine;
  /** What leads from one to the other; `undefined` when nothing does. */
  move(from: RepLine | undefined, to: RepLine): QueueMove | undefined;
}

/** Makes the lines of one look after another. */
export function createRepLines(): (view: QueueView) => RepLines {
  let known = new Map<RequestId, WaitingRequest>();
  return (view) => {
    const before = known;
    const now = new Map<RequestId, WaitingRequest>();
    known = now;
    const asKnown = (request: WaitingRequest) => {
      const made = now.get(request.id);
      if (made !== undefined) return made;
      const old = before.get(request.id);
      const same = old !== undefined && isSameButPlace(old, request) ? old : request;
      now.set(request.id, same);
      return same;
    };
    const lines = new Map<string, RepLine>();
    const moves = new Map<RepLine | undefined, Map<RepLine, QueueMove | undefined>>();
    return {
      of(theirs) {
        const key = theirs.join(' ');
        const made = lines.get(key);
        if (made !== undefined) return made;
        const requests = new Map(waitingRequests(view, theirs).map((request) => [request.id, asKnown(request)]));
        const line = { order: [...requests.keys()], requests };
        lines.set(key, line);
        return line;
      },
      move(from, to) {
        const fromThere = moves.get(from) ?? new Map<RepLine, QueueMove | undefined>();
        moves.set(from, fromThere);
        if (!fromThere.has(to)) fromThere.set(to, moveBetween(from, to));
        return fromThere.get(to);
      },
    };
  };
}

/** Its place follows from the order. */
function isSameButPlace(one: WaitingRequest, other: WaitingRequest): boolean {
  return isDeepStrictEqual({ ...one, position: 0 }, { ...other, position: 0 });
}

function moveBetween(from: RepLine | undefined, to: RepLine): QueueMove | undefined {
  const changed = [...to.requests.values()].filter((request) => from?.requests.get(request.id) !== request);
  const isOrderKept = isDeepStrictEqual(from?.order ?? [], to.order);
  return isOrderKept && changed.length === 0 ? undefined : { order: [...to.order], changed };
}
