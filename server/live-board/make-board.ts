/** Puts the live board together from what is known of one moment. Pure. */
import type { Account, Presence } from '../../shared/contract/account.ts';
import type { AccountId, ChannelId } from '../../shared/contract/identifiers.ts';
import type {
  BoardChannel,
  BoardRep,
  BoardRequest,
  BoardSession,
  LiveBoard,
} from '../../shared/contract/live-board.ts';
import type { ChannelView, QueueView } from '../queue/queue-views.ts';
import type { Standing } from '../presence/standings.ts';
import { screenState } from '../sessions/project-session.ts';
import type { SessionRecord } from '../sessions/session-model.ts';

export interface BoardFacts {
  readonly queue: QueueView;
  /** The reps who are shown. */
  readonly reps: readonly Account[];
  readonly standings: ReadonlyMap<AccountId, Standing>;
  /** The sessions with a customer in them, of the reps who are shown. */
  readonly live: readonly SessionRecord[];
  /** How many there are in each channel, whoever has them. */
  readonly inSession: ReadonlyMap<ChannelId, number>;
  readonly today: LiveBoard['today'];
  readonly at: number;
}

/** Only what belongs to the reps who are shown: their channels, who waits in these, and their sessions. */
export function makeBoard({ queue, reps, standings, live, inSession, today, at }: BoardFacts): LiveBoard {
  const views = channelsOf(queue, reps);
  return {
    at,
    channels: views.map((view) => channelLine(view, inSession, standings)),
    waiting: views.flatMap(({ channel, line }) => line.map((request) => waitingLine(channel.name, request))),
    reps: reps.map((rep) => repLine(rep, standings, live, at)).sort(thereFirst),
    today,
  };
}

/** The channels with one of these reps in it. */
export function channelsOf(queue: QueueView, reps: readonly Pick<Account, 'id'>[]): ChannelView[] {
  const shown = new Set(reps.map(({ id }) => id));
  return [...queue.channels.values()].filter(({ channel }) => channel.members.some((member) => shown.has(member)));
}

function channelLine(
  { channel, status, line }: ChannelView,
  inSession: BoardFacts['inSession'],
  standings: BoardFacts['standings'],
): BoardChannel {
  const isThere = (member: AccountId) => (standings.get(member)?.presence ?? 'offline') !== 'offline';
  return {
    id: channel.id,
    name: channel.name,
    status,
    waiting: line.length,
    longestSince: line.length === 0 ? null : Math.min(...line.map(({ createdAt }) => createdAt)),
    inSession: inSession.get(channel.id) ?? 0,
    repsThere: channel.members.filter(isThere).length,
  };
}

function waitingLine(
  channelName: string,
  { _id: id, name, reason, createdAt }: ChannelView['line'][number],
): BoardRequest {
  return { id, name, reason, channelName, since: createdAt };
}

function repLine(
  { id, fullName, picture }: Account,
  standings: BoardFacts['standings'],
  live: readonly SessionRecord[],
  at: number,
): BoardRep {
  const standing = standings.get(id);
  const sessions = live
    .filter(({ owner }) => owner === id)
    .toSorted((one, other) => one.startedAt - other.startedAt)
    .map((record): BoardSession => ({
      id: record._id,
      customer: record.customer.name,
      channelName: record.channelName,
      startedAt: record.startedAt,
      screen: screenState(record.projection, at),
    }));
  return {
    id,
    name: fullName,
    picture,
    presence: standing?.presence ?? 'offline',
    since: standing?.since ?? null,
    sessions,
  };
}

const order: Record<Presence, number> = { busy: 0, online: 1, away: 2, offline: 3 };

function thereFirst(one: BoardRep, other: BoardRep): number {
  return order[one.presence] - order[other.presence] || one.name.localeCompare(other.name);
}
