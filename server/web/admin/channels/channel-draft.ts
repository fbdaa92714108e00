import type { Channel } from '../../../../shared/contract/channel.ts';
import type { AccountId } from '../../../../shared/contract/identifiers.ts';
import { texts } from '../../texts/admin-en.ts';
import { isSameSet } from '../accounts/account-draft.ts';

/** What can be changed of a channel with one Save. */
export interface ChannelDraft {
  channelName: string;
  description: string;
  availableQueue: number;
  busyQueue: number;
  members: readonly AccountId[];
}

export function channelDraft({ name, description, numbers, members }: Channel): ChannelDraft {
  return { channelName: name, description, ...numbers, members };
}

/** What differs, in words; nothing when all is as saved. */
export function channelChanges(saved: ChannelDraft, now: ChannelDraft): string[] {
  const { available, busy, changes } = texts.channels;
  return [
    ...(saved.channelName === now.channelName.trim() ? [] : [changes.name]),
    ...(saved.description === now.description.trim() ? [] : [changes.description]),
    ...(saved.availableQueue === now.availableQueue
      ? []
      : [`${available} ${saved.availableQueue} → ${now.availableQueue}`]),
    ...(saved.busyQueue === now.busyQueue ? [] : [`${busy} ${saved.busyQueue} → ${now.busyQueue}`]),
    ...(isSameSet(saved.members, now.members) ? [] : [changes.members]),
  ];
}
