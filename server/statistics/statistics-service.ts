/** Answers what an administrator asks about the past: which days, of what, compared with the days before. */
import type { Account } from '../../shared/contract/account.ts';
import type { AccountId, ChannelId } from '../../shared/contract/identifiers.ts';
import type { Period, Statistics, StatisticsFilter } from '../../shared/contract/statistics.ts';
import type { Clock } from '../config/clock.ts';
import type { ChannelDirectory } from '../edge/feature-seam.ts';
import { createAdding } from './add-up.ts';
import type { Chosen, Names } from './add-up.ts';
import type { DaySheets } from './day-sheets.ts';
import { daysBefore, daysOf } from './periods.ts';

/** Shown in place of names by whoever draws: what began with a code, and what has no incident. */
export const namesOfNone = { byCode: 'By code', noIncident: 'None chosen' } as const;

export interface StatisticsService {
  /** The statistics of a period as far as `mayCount` lets reps count; without it, of all. */
  get(period: Period, filter: StatisticsFilter): Promise<Statistics>;
}

export interface StatisticsNeeds {
  readonly sheets: DaySheets;
  readonly accounts: { list(): Promise<Account[]> };
  readonly channels: Pick<ChannelDirectory, 'list'>;
  /** IANA name of the organisation's time zone. */
  readonly zone: () => Promise<string>;
  readonly clock: Clock;
}

export function createStatistics({ sheets, accounts, channels, zone, clock }: StatisticsNeeds): StatisticsService {
  async function names(): Promise<Names> {
    const [everybody, everyChannel] = await Promise.all([accounts.list(), channels.list()]);
    const people = new Map<AccountId, string>(everybody.map(({ id, fullName }) => [id, fullName]));
    const called = new Map<string, string>(everyChannel.map(({ id, name }) => [id, name]));
    return { ...namesOfNone, channel: (id) => called.get(id), rep: (id) => people.get(id) ?? '' };
  }

  return {
    async get(period, filter) {
      const countedAt = clock.now();
      const inZone = await zone();
      const days = daysOf(period, countedAt, inZone);
      const before = daysBefore(days, inZone);
      const [first, firstBefore, last] = [days[0], before[0], days.at(-1)];
      if (first === undefined || firstBefore === undefined || last === undefined)
        throw new Error('A period of no days');
      const chosen = chosenBy(filter);
      const [adding, addingBefore] = [createAdding(days, chosen), createAdding(before, chosen)];
      await sheets.each(firstBefore.fromMs, last.toMs, (sheet) => {
        adding.add(sheet);
        addingBefore.add(sheet);
      });
      const called = await names();
      return {
        from: first.day,
        to: last.day,
        before: { from: firstBefore.day, to: before.at(-1)?.day ?? firstBefore.day },
        zone: inZone,
        countedAt,
        totalsBefore: addingBefore.result(called).totals,
        ...adding.result(called),
      };
    },
  };
}

function chosenBy({ channel, rep, incident }: StatisticsFilter): Chosen {
  const wanted: ChannelId | null | undefined = channel === 'by-code' ? null : (channel ?? undefined);
  return {
    channel: (id) => wanted === undefined || id === wanted,
    rep: (id) => rep === null || id === rep,
    incident: (id) => incident === null || id === incident,
  };
}
