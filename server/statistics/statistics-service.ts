/** Answers what an administrator asks about the past: which days, of what, compared with the days before. */
import type { Account } from '../../shared/contract/account.ts';
import { groupOf } from '../../shared/contract/group-tree.ts';
import type { AccountId, ChannelId } from '../../shared/contract/identifiers.ts';
import type { Measures, Period, Statistics, StatisticsFilter } from '../../shared/contract/statistics.ts';
import type { Clock } from '../config/clock.ts';
import type { ChannelDirectory } from '../edge/feature-seam.ts';
import type { GroupDirectory } from '../groups/group-service.ts';
import { createAdding } from './add-up.ts';
import type { Chosen, Names } from './add-up.ts';
import type { DaySheets } from './day-sheets.ts';
import { pathName } from './filter-choices.ts';
import { daysBefore, daysOf } from './periods.ts';
import { repsCounted } from './reps-counted.ts';

/** Shown in place of names by whoever draws: what began with a code, and what has no incident. */
export const namesOfNone = { byCode: 'By code', noIncident: 'None chosen', noGroup: 'In no group' } as const;

export type Today = Pick<Measures, 'requests' | 'answered' | 'quick' | 'gaveUp'>;

export interface StatisticsService {
  /** The statistics of a period, beside what the days before it came to; of the reps who are seen, or of all. */
  get(period: Period, filter: StatisticsFilter, seen: readonly AccountId[] | undefined): Promise<Statistics>;
  /** What today came to so far, for all reps or for some: then with what nobody answered in the channels of these. */
  today(reps: readonly AccountId[] | undefined): Promise<Today>;
}

export interface StatisticsNeeds {
  readonly sheets: DaySheets;
  readonly accounts: { list(): Promise<Account[]> };
  readonly channels: Pick<ChannelDirectory, 'list'>;
  readonly groups: GroupDirectory;
  /** IANA name of the organisation's time zone. */
  readonly zone: () => Promise<string>;
  readonly clock: Clock;
}

export function createStatistics({
  sheets,
  accounts,
  channels,
  groups,
  zone,
  clock,
}: StatisticsNeeds): StatisticsService {
  async function names(): Promise<Names> {
    const [everybody, everyChannel, tree] = await Promise.all([accounts.list(), channels.list(), groups.tree()]);
    const people = new Map<AccountId, Account>(everybody.map((account) => [account.id, account]));
    const called = new Map<string, string>(everyChannel.map(({ id, name }) => [id, name]));
    return {
      ...namesOfNone,
      channel: (id) => called.get(id),
      rep: (id) => people.get(id)?.fullName ?? '',
      groupOf(rep) {
        const id = people.get(rep)?.group ?? null;
        return id === null || groupOf(tree, id) === undefined ? undefined : { id, name: pathName(tree, id) };
      },
    };
  }

  /** The channels in which one of these reps answers. */
  async function channelsOf(reps: readonly AccountId[]): Promise<ReadonlySet<string>> {
    const [everybody, everyChannel] = await Promise.all([accounts.list(), channels.list()]);
    const answering = new Set(
      everybody.filter(({ id, disabled }) => !disabled && reps.includes(id)).map(({ id }) => id),
    );
    return new Set(everyChannel.filter(({ members }) => members.some((id) => answering.has(id))).map(({ id }) => id));
  }

  return {
    async today(reps) {
      const days = daysOf('today', clock.now(), await zone());
      const [day] = days;
      if (day === undefined) throw new Error('A day that is none');
      const isShown = (id: string | null) => reps === undefined || reps.some((rep) => rep === id);
      const adding = createAdding(days, { channel: () => true, rep: isShown, incident: () => true });
      // Whoever was not answered has no rep: for some reps these are counted by channel, and for all they are among the others.
      const shown = await channelsOf(reps ?? []);
      const isLost = (id: string | null) => id !== null && shown.has(id);
      const lost = createAdding(days, { channel: isLost, rep: (id) => id === null, incident: () => true });
      await sheets.each(day.fromMs, day.toMs, (sheet) => {
        adding.add(sheet);
        if (reps !== undefined) lost.add(sheet);
      });
      const called = await names();
      const { requests, answered, quick, gaveUp } = adding.result(called).totals;
      const unanswered = lost.result(called).totals;
      return {
        requests: requests + unanswered.requests,
        answered,
        quick,
        gaveUp: gaveUp + unanswered.gaveUp,
      };
    },
    async get(period, filter, seen) {
      const countedAt = clock.now();
      const inZone = await zone();
      const days = daysOf(period, countedAt, inZone);
      const before = daysBefore(days, inZone);
      const [first, firstBefore, last] = [days[0], before[0], days.at(-1)];
      if (first === undefined || firstBefore === undefined || last === undefined)
        throw new Error('A period of no days');
      const [everybody, tree] = await Promise.all([accounts.list(), groups.tree()]);
      const chosen = chosenBy(filter, repsCounted(filter, seen, everybody, tree));
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

function chosenBy({ channel, incident }: StatisticsFilter, reps: ReadonlySet<string> | undefined): Chosen {
  const wanted: ChannelId | null | undefined = channel === 'by-code' ? null : (channel ?? undefined);
  return {
    channel: (id) => wanted === undefined || id === wanted,
    rep: (id) => reps === undefined || (id !== null && reps.has(id)),
    incident: (id) => incident === null || id === incident,
  };
}
