/**
 * Recordings of command lines: a record of each, and its parts, as they came. They are no GridFS files, since a GridFS file is made
 * of pieces of one size, and these come as long as somebody's typing makes them; they stand in the store as those do.
 */
import type { Connection, Model } from 'mongoose';
import * as v from 'valibot';
import { SessionId } from '../../shared/contract/identifiers.ts';
import { RecordingFacts, RecordingId } from '../../shared/contract/shell-recording.ts';
import { readAs } from '../documents/damage.ts';
import { strictSchema } from '../documents/strict-schema.ts';

const { id: _id, ...facts } = RecordingFacts.entries;

/** One recording. */
export const RecordingRecord = v.object({ _id, session: SessionId, ...facts });
export type RecordingRecord = v.InferOutput<typeof RecordingRecord>;

/** One part, under the recording's id and its own number. */
export const RecordingPartRecord = v.object({
  _id: v.string(),
  recording: RecordingId,
  part: v.number(),
  text: v.string(),
});
export type RecordingPartRecord = v.InferOutput<typeof RecordingPartRecord>;

export interface RecordingModels {
  readonly records: Model<RecordingRecord>;
  readonly parts: Model<RecordingPartRecord>;
}

export function recordingModels(connection: Connection): RecordingModels {
  const text = { type: String, required: true };
  const number = { type: Number, required: true };
  const records = strictSchema<RecordingRecord>(
    { session: text, name: text, startedAt: number, lastAt: number, end: text, length: number },
    'shell_recordings',
  );
  readAs(records, RecordingRecord);
  records.index({ session: 1, startedAt: 1 });
  // What came of a part may be empty: its end alone.
  const parts = strictSchema<RecordingPartRecord>(
    { recording: text, part: number, text: { type: String, default: '' } },
    'shell_recording_parts',
  );
  readAs(parts, RecordingPartRecord);
  parts.index({ recording: 1, part: 1 }, { unique: true });
  return {
    records: connection.model<RecordingRecord>('ShellRecording', records),
    parts: connection.model<RecordingPartRecord>('ShellRecordingPart', parts),
  };
}
