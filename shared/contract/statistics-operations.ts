import * as v from 'valibot';
import { Nothing, operation } from './contract.ts';
import { AccountId, ChannelId, GroupId } from './identifiers.ts';
import { OtherId, Period, Statistics, StatisticsFilter, StatisticsPart } from './statistics.ts';

/** A file that the page hands to the browser. `text` is CSV with a byte order mark, no cell of it a formula. */
export const CsvFile = v.strictObject({ fileName: v.string(), text: v.string() });
export type CsvFile = v.InferOutput<typeof CsvFile>;

/** What filters offer. Groups in the order of their tree, each with those above it: “Support › Printing”. */
export const FilterChoices = v.strictObject({
  channels: v.array(v.strictObject({ id: ChannelId, name: v.string() })),
  groups: v.array(v.strictObject({ id: GroupId, name: v.string() })),
  reps: v.array(v.strictObject({ id: AccountId, name: v.string() })),
  incidents: v.array(v.strictObject({ id: OtherId, name: v.string() })),
});
export type FilterChoices = v.InferOutput<typeof FilterChoices>;

/** What the web panel asks about statistics. */
export const adminStatisticsOperations = {
  /** What can be chosen in filters, as far as whoever asks may see it. */
  'statistics.choices': operation(Nothing, FilterChoices),
  'statistics.get': operation(
    v.strictObject({ period: Period, filter: StatisticsFilter }),
    v.strictObject({ statistics: Statistics }),
  ),
  'statistics.csv': operation(
    v.strictObject({ period: Period, filter: StatisticsFilter, part: StatisticsPart }),
    CsvFile,
  ),
};
