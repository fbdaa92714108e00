/** The statistics put together: what is kept, what answers, and what keeps days that are over. */
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { LiveBoard } from '../../shared/contract/live-board.ts';
import type { Account } from '../../shared/contract/account.ts';
import type { Period, StatisticsFilter } from '../../shared/contract/statistics.ts';
import type { adminStatisticsOperations } from '../../shared/contract/statistics-operations.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import type { FeatureNeeds } from '../edge/feature-seam.ts';
import type { FeatureModels } from '../feature-models.ts';
import type { SeenBy } from '../groups/seen-reps.ts';
import { filterChoices } from './filter-choices.ts';
import type { FilterSources } from './filter-choices.ts';
import { shareToday } from './share-today.ts';
import { createInTurn } from '../sessions/in-turn.ts';
import { daySheetModel } from './day-sheet-model.ts';
import { createDaySheets } from './day-sheets.ts';
import { statisticsCsv } from './statistics-csv.ts';
import { createStatistics } from './statistics-service.ts';

/** Days that are over are looked for this often, and so many of them are kept in one turn. */
const KEEP_EVERY_MS = 60 * 60_000;
const KEEP_AT_ONCE = 5;
/** After a turn that left some. */
const KEEP_ON_MS = 2000;

export type StatisticsHandlers = Pick<Handlers<AdminContract, AdminContext>, keyof typeof adminStatisticsOperations>;

export interface OpenStatistics {
  readonly adminHandlers: StatisticsHandlers;
  /** What today came to so far, counted anew at most twice a minute. Without `reps` of all. */
  today(reps: readonly AccountId[] | undefined): Promise<LiveBoard['today']>;
  /** The days (UTC) that are added up for good: nothing of them is read from requests and sessions any more. */
  keptDays(): Promise<ReadonlySet<string>>;
  start(): Promise<void>;
}

/** Resolves when its collection is there. */
export async function openStatistics(
  needs: Pick<FeatureNeeds, 'connection' | 'accounts' | 'channels' | 'groups' | 'clock'> & {
    readonly incidents: FilterSources['incidents'];
    readonly seenBy: SeenBy;
    /** IANA name of the organisation's time zone. */
    readonly zone: () => Promise<string>;
  },
  models: Pick<FeatureModels, 'requests' | 'sessions' | 'offers' | 'presence' | 'surveys'>,
  deadlines: Deadlines,
): Promise<OpenStatistics> {
  const { connection, accounts, channels, groups, incidents, clock, zone, seenBy } = needs;
  const model = daySheetModel(connection);
  await model.init();
  const sheets = createDaySheets({
    sheets: model,
    requests: models.requests,
    sessions: models.sessions,
    offers: models.offers,
    surveys: models.surveys,
    intervals: models.presence.intervals,
    reps: async () => (await accounts.list()).map(({ id }) => id),
    clock,
  });
  const statistics = createStatistics({ sheets, accounts, channels, groups, zone, clock });
  // One question after the other: what the first has kept, the second need not make.
  const inTurn = createInTurn();

  async function count(period: Period, filter: StatisticsFilter, account: Account) {
    const seen = await seenBy(account);
    return inTurn('statistics', () => statistics.get(period, filter, seen));
  }

  deadlines.on('statistics-kept', async (subject) => {
    const isMore = await inTurn('statistics', () => sheets.keep(KEEP_AT_ONCE));
    await deadlines.set('statistics-kept', subject, clock.now() + (isMore ? KEEP_ON_MS : KEEP_EVERY_MS));
  });

  return {
    adminHandlers: {
      'statistics.choices': async (_nothing, { account }) =>
        filterChoices(account, { accounts, channels, groups, incidents, seenBy }),
      'statistics.get': async ({ period, filter }, { account }) => ({
        statistics: await count(period, filter, account),
      }),
      'statistics.csv': async ({ period, filter, part }, { account }) =>
        statisticsCsv(await count(period, filter, account), part),
    },
    today: shareToday((reps) => inTurn('statistics', () => statistics.today(reps)), clock),
    keptDays: async () => new Set((await model.find({}).select({ _id: 1 }).lean()).map(({ _id }) => _id)),
    start: () => deadlines.ensure('statistics-kept', 'all', clock.now() + KEEP_ON_MS),
  };
}
