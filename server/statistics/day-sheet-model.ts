import type { Connection, Model } from 'mongoose';
import { Schema, trusted } from 'mongoose';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';
import { StoredDaySheet } from './day-sheet.ts';

export type DaySheetModel = Model<StoredDaySheet>;

/** The days that are over, added up for good. */
export function daySheetModel(connection: Connection): DaySheetModel {
  const list = { type: Schema.Types.Mixed, required: true };
  const text = { type: String, default: '' };
  const schema = strictSchema<StoredDaySheet>(
    {
      channels: list,
      reps: list,
      incidents: list,
      requests: text,
      sessions: text,
      presence: text,
      missed: text,
      survey: text,
      atEnd: list,
    },
    'statistics_days',
  );
  readAs(schema, StoredDaySheet);
  return connection.model<StoredDaySheet>('StatisticsDay', schema);
}

/** The sheets that are kept of the days from one to another. */
export async function keptSheets(model: DaySheetModel, first: string, last: string): Promise<StoredDaySheet[]> {
  return model.find({ _id: trusted({ $gte: first, $lte: last }) }).lean();
}
