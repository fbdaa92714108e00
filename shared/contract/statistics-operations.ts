import * as v from 'valibot';
import { operation } from './contract.ts';
import { Period, Statistics, StatisticsFilter, StatisticsPart } from './statistics.ts';

/** A file that the page hands to the browser. `text` is CSV with a byte order mark, no cell of it a formula. */
export const CsvFile = v.strictObject({ fileName: v.string(), text: v.string() });
export type CsvFile = v.InferOutput<typeof CsvFile>;

/** What the web panel asks about statistics. */
export const adminStatisticsOperations = {
  'statistics.get': operation(
    v.strictObject({ period: Period, filter: StatisticsFilter }),
    v.strictObject({ statistics: Statistics }),
  ),
  'statistics.csv': operation(
    v.strictObject({ period: Period, filter: StatisticsFilter, part: StatisticsPart }),
    CsvFile,
  ),
};
