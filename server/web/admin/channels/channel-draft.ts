import type { Channel } from '../../../../shared/contract/channel.ts';
import type { ChannelDistribution, ChannelNumbers } from '../../../../shared/contract/queue-settings.ts';
import type { AccountId } from '../../../../shared/contract/identifiers.ts';
import { texts } from '../../texts/admin-en.ts';
import { distributionChanges } from './distribution-changes.ts';
import { isSameSet } from '../accounts/account-draft.ts';

/** What can be changed of a channel with one Save. */
export interface ChannelDraft extends ChannelNumbers, ChannelDistribution {
  channelName: string;
  description: string;
  members: readonly AccountId[];
}

export function channelDraft({ name, description, numbers, distribution, members }: Channel): ChannelDraft {
  return { channelName: name, description, ...numbers, ...distribution, members };
}

/** What differs, in words; nothing when all is as saved. */
export function channelChanges(saved: ChannelDraft, now: ChannelDraft): string[] {
  const { available, busy, changes } = texts.channels;
  return [
    ...(saved.channelName === now.channelName.trim() ? [] : [changes.name]),
    ...(saved.description === now.description.trim() ? [] : [changes.description]),
    ...(saved.availableQueue === now.availableQueue
      ? []
      : [numberChange(available, saved.availableQueue, now.availableQueue)]),
    ...(saved.busyQueue === now.busyQueue ? [] : [numberChange(busy, saved.busyQueue, now.busyQueue)]),
    ...distributionChanges(saved, now),
    ...(isSameSet(saved.members, now.members) ? [] : [changes.members]),
  ];
}

function numberChange(label: string, before: number | null, after: number | null): string {
  const words = (number: number | null) => (number === null ? texts.channels.asOrganisation : String(number));
  return `${label} ${words(before)} → ${words(after)}`;
}

/** The part of the draft that is about distribution. */
export function distributionOf(draft: ChannelDistribution): ChannelDistribution {
  const { policy, offerSeconds, countsAway, awayAfterMissed, priority } = draft;
  return { policy, offerSeconds, countsAway, awayAfterMissed, priority };
}
