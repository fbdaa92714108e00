/** Recordings of command lines: what a shell showed, as asciicast v2, sent by the host part by part and kept with the session. */
import * as v from 'valibot';
import { Nothing, operation } from './contract.ts';
import { ShellName } from './host-shell.ts';
import { SessionId } from './identifiers.ts';
import { Moment } from './text.ts';

/** Of one recording, in characters; what a shell shows after that is not in it, and that is said. */
export const LONGEST_RECORDING = 20_000_000;
/** No part is longer, in characters. */
export const LONGEST_RECORDING_PART = 64_000;
/** So many recordings a session has at most. */
export const MOST_RECORDINGS = 200;

export const RecordingId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/, 'not an id'), v.brand('RecordingId'));
export type RecordingId = v.InferOutput<typeof RecordingId>;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * One part, from the first (0) on, each once however often it is sent. `end` comes with the last one: `cut` when the shell
 * showed more than may be kept.
 */
export const RecordingPart = v.strictObject({
  recording: RecordingId,
  part: v.pipe(Count, v.maxValue(100_000)),
  /** As it is called when the part is sent. */
  name: ShellName,
  /** Whole lines of an asciicast v2 file, the first one its head. */
  text: v.pipe(v.string(), v.maxLength(LONGEST_RECORDING_PART)),
  end: v.nullable(v.picklist(['whole', 'cut'])),
});
export type RecordingPart = v.InferOutput<typeof RecordingPart>;

/** A recording as the session's record lists it. */
export const RecordingFacts = v.strictObject({
  id: RecordingId,
  name: ShellName,
  startedAt: Moment,
  /** When its last part came. */
  lastAt: Moment,
  /** `open` while the shell runs, or where its host was lost. */
  end: v.picklist(['open', 'whole', 'cut']),
  /** Characters. */
  length: Count,
});
export type RecordingFacts = v.InferOutput<typeof RecordingFacts>;

/** What the administrator has decided. */
export const ShellSettings = v.strictObject({ recordsShells: v.boolean() });
export type ShellSettings = v.InferOutput<typeof ShellSettings>;

/** Until somebody decides otherwise. */
export const firstShellSettings: ShellSettings = { recordsShells: false };

const settings = v.strictObject({ settings: ShellSettings });

/** What the web panel asks about them. Whoever may read a session's record may play what is in it. */
export const adminRecordingOperations = {
  'shells.settings': operation(Nothing, settings),
  'shells.setSettings': operation(settings, settings),
  'sessions.recordings': operation(
    v.strictObject({ id: SessionId }),
    v.strictObject({ recordings: v.array(RecordingFacts) }),
  ),
  /** A stretch of about a million characters from part `from` on; the next one begins at `next`, `null` at the end. */
  'sessions.recording': operation(
    v.strictObject({ id: SessionId, recording: RecordingId, from: Count }),
    v.strictObject({ facts: RecordingFacts, text: v.string(), next: v.nullable(Count) }),
  ),
};
