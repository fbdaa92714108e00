import type { ChannelId, RequestId } from '../../shared/contract/identifiers.ts';

/** Somebody in line, as far as the order is concerned. */
export interface InLine {
  readonly _id: RequestId;
  readonly channel: ChannelId;
  readonly createdAt: number;
}

/** Who has waited longest comes first; two of the same millisecond are told apart by id, the same everywhere. */
export function inOrder<T extends InLine>(waiting: readonly T[]): T[] {
  return waiting.toSorted((one, other) => one.createdAt - other.createdAt || (one._id < other._id ? -1 : 1));
}

/** The lines of all channels, each in its order. */
export function linesByChannel<T extends InLine>(waiting: readonly T[]): Map<ChannelId, T[]> {
  const lines = new Map<ChannelId, T[]>();
  for (const request of inOrder(waiting)) lines.set(request.channel, [...(lines.get(request.channel) ?? []), request]);
  return lines;
}

/** A place in a line, from 1, and how many stand behind it. */
export function placeIn(line: readonly InLine[], request: RequestId): { position: number; behind: number } | undefined {
  const index = line.findIndex((one) => one._id === request);
  return index === -1 ? undefined : { position: index + 1, behind: line.length - index - 1 };
}
