/** The statistics put together: what is kept, what answers, and what keeps days that are over. */
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { adminStatisticsOperations } from '../../shared/contract/statistics-operations.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import type { FeatureNeeds } from '../edge/feature-seam.ts';
import type { FeatureModels } from '../feature-models.ts';
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
  start(): Promise<void>;
}

/** Resolves when its collection is there. */
export async function openStatistics(
  { connection, accounts, channels, clock }: Pick<FeatureNeeds, 'connection' | 'accounts' | 'channels' | 'clock'>,
  models: Pick<FeatureModels, 'requests' | 'sessions' | 'presence'>,
  deadlines: Deadlines,
): Promise<OpenStatistics> {
  const model = daySheetModel(connection);
  await model.init();
  const sheets = createDaySheets({
    sheets: model,
    requests: models.requests,
    sessions: models.sessions,
    intervals: models.presence.intervals,
    reps: async () => (await accounts.list()).map(({ id }) => id),
    clock,
  });
  const zone = async () => Intl.DateTimeFormat().resolvedOptions().timeZone;
  const statistics = createStatistics({ sheets, accounts, channels, zone, clock });
  // One question after the other: what the first has kept, the second need not make.
  const inTurn = createInTurn();

  deadlines.on('statistics-kept', async (subject) => {
    const isMore = await inTurn('statistics', () => sheets.keep(KEEP_AT_ONCE));
    await deadlines.set('statistics-kept', subject, clock.now() + (isMore ? KEEP_ON_MS : KEEP_EVERY_MS));
  });

  return {
    adminHandlers: {
      'statistics.get': async ({ period, filter }) => ({
        statistics: await inTurn('statistics', () => statistics.get(period, filter)),
      }),
      'statistics.csv': async ({ period, filter, part }) =>
        statisticsCsv(await inTurn('statistics', () => statistics.get(period, filter)), part),
    },
    start: () => deadlines.ensure('statistics-kept', 'all', clock.now() + KEEP_ON_MS),
  };
}
