/** Shows everybody the queue anew in the moment in which a channel opens or closes by its hours. */
import type { Clock } from '../config/clock.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import type { ChannelOpenings, ChannelWithHours } from './channel-openings.ts';

export interface HoursTurnsNeeds {
  readonly openings: ChannelOpenings;
  readonly channels: { list(): Promise<ChannelWithHours[]> };
  readonly times: () => Promise<{ readonly timeZone: string }>;
  readonly deadlines: Deadlines;
  readonly clock: Clock;
  readonly onTurn: () => void;
}

export interface HoursTurns {
  /** Looks when the next channel turns, after a start and whenever hours or the time zone have changed. */
  follow(): Promise<void>;
}

export function createHoursTurns({ openings, channels, times, deadlines, clock, onTurn }: HoursTurnsNeeds): HoursTurns {
  async function follow() {
    const [all, { timeZone }] = await Promise.all([channels.list(), times()]);
    const now = clock.now();
    const turns = all.flatMap((channel) => openings.of(channel, timeZone, now).until ?? []);
    if (turns.length === 0) await deadlines.cancel('hours-turned', 'all');
    else await deadlines.set('hours-turned', 'all', Math.min(...turns));
  }

  deadlines.on('hours-turned', async () => {
    onTurn();
    await follow();
  });

  return { follow };
}
