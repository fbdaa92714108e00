/** Who comes before whom: in a channel's line, and among the lines of a rep's channels. Pure. */
import type { ChannelId, RequestId } from '../../shared/contract/identifiers.ts';
import type { Priority } from '../../shared/contract/queue-settings.ts';

/** Somebody in line, as far as the order is concerned. */
export interface InLine {
  readonly _id: RequestId;
  readonly channel: ChannelId;
  readonly createdAt: number;
  readonly priority: Priority;
  /** Set for a session whose rep was lost: it comes before everybody who has not been helped yet. */
  readonly takeover?: unknown;
}

/** Levels above or below an ordinary one. */
const levels: Record<Priority, number> = { low: -1, normal: 0, high: 1, urgent: 2 };
const minuteMs = 60_000;

/**
 * The moment since which a request counts as waiting: each level of priority, its own and its channel's, is worth some
 * minutes. It never changes while somebody waits, so whoever waits long enough comes before every newer request,
 * however pressing: nobody starves.
 */
export function countsAsWaitingSince(
  { createdAt, priority }: Pick<InLine, 'createdAt' | 'priority'>,
  ofChannel: Priority,
  priorityMinutes: number,
): number {
  return createdAt - (levels[priority] + levels[ofChannel]) * priorityMinutes * minuteMs;
}

/** The same everywhere: two who count alike are told apart by when they came, then by id. */
export function inOrder<T extends InLine>(
  waiting: readonly T[],
  priorityMinutes: number,
  priorityOf: (channel: ChannelId) => Priority = () => 'normal',
): T[] {
  const since = new Map(
    waiting.map((one) => [one, countsAsWaitingSince(one, priorityOf(one.channel), priorityMinutes)]),
  );
  const at = (one: T) => since.get(one) ?? one.createdAt;
  return waiting.toSorted(
    (one, other) =>
      Number(other.takeover !== undefined) - Number(one.takeover !== undefined) ||
      at(one) - at(other) ||
      one.createdAt - other.createdAt ||
      (one._id < other._id ? -1 : 1),
  );
}

/** The lines of all channels, each in its order. */
export function linesByChannel<T extends InLine>(waiting: readonly T[], priorityMinutes: number): Map<ChannelId, T[]> {
  const lines = new Map<ChannelId, T[]>();
  for (const request of inOrder(waiting, priorityMinutes)) {
    const line = lines.get(request.channel);
    if (line === undefined) lines.set(request.channel, [request]);
    else line.push(request);
  }
  return lines;
}

/** A place in a line, from 1, and how many stand behind it. */
export function placeIn(line: readonly InLine[], request: RequestId): { position: number; behind: number } | undefined {
  const index = line.findIndex((one) => one._id === request);
  return index === -1 ? undefined : { position: index + 1, behind: line.length - index - 1 };
}
