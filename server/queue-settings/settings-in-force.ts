import type { QueueDefaults, QueueSettings } from '../../shared/contract/queue-settings.ts';
import type { StoredChannel } from '../edge/feature-seam.ts';

/** What an organisation that has set nothing begins with. */
export const firstDefaults: QueueDefaults = {
  availableQueue: 2,
  busyQueue: 2,
  countsAway: true,
  policy: 'longest-idle',
  offerSeconds: 20,
  awayAfterMissed: true,
  priorityMinutes: 10,
};

/** A channel's own settings, with the organisation's wherever it has none. Pure. */
export function settingsInForce(
  { numbers, distribution }: Pick<StoredChannel, 'numbers' | 'distribution'>,
  defaults: QueueDefaults,
): QueueSettings {
  return {
    availableQueue: numbers.availableQueue ?? defaults.availableQueue,
    busyQueue: numbers.busyQueue ?? defaults.busyQueue,
    countsAway: distribution.countsAway ?? defaults.countsAway,
    policy: distribution.policy ?? defaults.policy,
    offerSeconds: distribution.offerSeconds ?? defaults.offerSeconds,
    awayAfterMissed: distribution.awayAfterMissed ?? defaults.awayAfterMissed,
  };
}

/** The organisation's settings, for a channel that says nothing of its own. */
export function organisationSettings(defaults: QueueDefaults): QueueSettings {
  const { priorityMinutes: _, ...settings } = defaults;
  return settings;
}
