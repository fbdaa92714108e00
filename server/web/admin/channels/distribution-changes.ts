import type { ChannelDistribution } from '../../../../shared/contract/queue-settings.ts';
import { texts } from '../../texts/admin-en.ts';
import { queueTexts as words } from '../../texts/admin-queue-en.ts';

/** What differs in whom a channel asks, in words. */
export function distributionChanges(saved: ChannelDistribution, now: ChannelDistribution): string[] {
  const yesNo = (value: boolean) => (value ? words.yes : words.no);
  return [
    ...change(words.policy, saved.policy, now.policy, (policy) => words.policies[policy]),
    ...change(words.passesOn, saved.offerSeconds, now.offerSeconds, words.seconds),
    ...change(words.priority, saved.priority, now.priority, (priority) => words.priorities[priority]),
    ...change(words.countsAway, saved.countsAway, now.countsAway, yesNo),
    ...change(words.awayAfterMissed, saved.awayAfterMissed, now.awayAfterMissed, yesNo),
  ];
}

/** One setting before and after; nothing when it is as it was. */
export function change<Value>(
  label: string,
  before: Value | null,
  after: Value | null,
  inWords: (value: Value) => string,
) {
  if (before === after) return [];
  const said = (value: Value | null) => (value === null ? texts.channels.asOrganisation : inWords(value));
  return [`${label}: ${said(before)} → ${said(after)}`];
}
