/** When people worked: the days and the stretches of them, as the presence of reps is kept. Pure. */
import type { PresenceInterval } from '../../server/presence/presence-model.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { Dice } from '../dice.ts';

const DAY_MS = 24 * 60 * 60_000;
const MINUTE_MS = 60_000;

/** From when to when somebody was there on one day. */
export interface Shift {
  readonly from: number;
  readonly to: number;
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The days from Monday to Friday before today, oldest first, `weeks` of them. Each begins at half past eight, local time. */
export function workingDays(today: number, weeks: number): number[] {
  return Array.from({ length: weeks * 7 }, (_none, index) => {
    const day = new Date(today - (weeks * 7 - index) * DAY_MS);
    day.setHours(8, 30, 0, 0);
    return day;
  })
    .filter((day) => day.getDay() % 6 !== 0)
    .map((day) => day.getTime());
}

/** A working day, begun a little before or after its time. */
export function shiftOn(day: number, dice: Dice): Shift {
  const from = day + dice.between(-10, 15) * MINUTE_MS;
  return { from, to: from + (8 * 60 + dice.between(-20, 40)) * MINUTE_MS };
}

/** What can be told of a day that is not over: the hours before now, for somebody who has gone home a while ago. */
export function shiftsToday(now: number, dice: Dice): Shift[] {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const to = now - dice.between(12, 40) * MINUTE_MS;
  const from = Math.max(midnight + dice.between(1, 20) * MINUTE_MS, to - (6 * 60 + dice.between(0, 60)) * MINUTE_MS);
  return to - from > 60 * MINUTE_MS ? [{ from, to }] : [];
}

/** One day of a rep: Online, Busy while somebody was helped, Away at noon, Offline until the next. */
export function presenceOn(account: AccountId, { from, to }: Shift, helped: readonly Stretch[]): PresenceInterval[] {
  const intervals: PresenceInterval[] = [];
  let at = from;
  const until = (presence: PresenceInterval['presence'], end: number) => {
    if (end <= at) return;
    intervals.push({ account, presence, from: at, to: end });
    at = end;
  };
  for (const session of helped) {
    const isNoon = session.from - at > 75 * MINUTE_MS;
    if (isNoon) {
      until('online', at + 20 * MINUTE_MS);
      until('away', at + 40 * MINUTE_MS);
    }
    until('online', session.from);
    until('busy', session.to);
  }
  until('online', Math.max(to, at));
  return intervals;
}
