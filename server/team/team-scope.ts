/** Whom and what a lead looks after: the reps of their groups, and the channels in which these answer. Pure. */
import type { Account } from '../../shared/contract/account.ts';
import type { GroupTree } from '../../shared/contract/group.ts';
import { isWithin } from '../../shared/contract/group-tree.ts';
import type { ChannelId } from '../../shared/contract/identifiers.ts';
import type { ChannelView, QueueView } from '../queue/queue-views.ts';

export interface TeamScope {
  /** Those who answer in some channel. */
  readonly reps: readonly Account[];
  /** The channels with one of them in it, in the order in which people see them. */
  readonly channels: readonly ChannelView[];
}

export interface ScopeFacts {
  readonly tree: GroupTree;
  readonly accounts: readonly Account[];
  readonly queue: QueueView;
}

/** Administrators look after everybody, team leads after who stands in their groups or below, and nobody else after anybody. */
export function teamScope(lead: Account, { tree, accounts, queue }: ScopeFacts): TeamScope {
  const reps = accounts.filter(
    (account) => !account.disabled && account.channels.length > 0 && isWithin(tree, lead, account),
  );
  const shown = new Set(reps.map(({ id }) => id));
  const channels = [...queue.channels.values()].filter(({ channel }) => channel.members.some((rep) => shown.has(rep)));
  return { reps, channels };
}

/** The ids of the channels of a team. */
export function channelIds({ channels }: TeamScope): ChannelId[] {
  return channels.map(({ channel }) => channel.id);
}
