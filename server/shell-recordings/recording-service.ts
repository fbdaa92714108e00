/** Takes recordings of command lines in, part by part, and gives them out again. */
import { AppError } from '../../shared/contract/errors.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { LONGEST_RECORDING, LONGEST_RECORDING_PART, MOST_RECORDINGS } from '../../shared/contract/shell-recording.ts';
import type { RecordingFacts, RecordingId, RecordingPart } from '../../shared/contract/shell-recording.ts';
import { createShellTranscript } from '../../shared/contract/shell-transcript.ts';
import type { Clock } from '../config/clock.ts';
import { between } from '../documents/compare.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { RecordingModels, RecordingPartRecord, RecordingRecord } from './recording-model.ts';

/** What a shell showed last may come for so long after the session's end, in ms. */
export const afterEndMs = 60_000;
/** So many parts are given out at once: about a million characters at most. */
const PARTS_AT_ONCE = 16;
/** Of each transcript in what a customer is handed out, in characters. */
const LONGEST_HANDED_OUT = 1_000_000;

export type ShellRecordings = ReturnType<typeof createShellRecordings>;

export function createShellRecordings({ records, parts }: RecordingModels, clock: Clock) {
  async function begin(session: SessionRecord, { recording, name }: RecordingPart): Promise<void> {
    if (await records.findOne({ _id: recording }).lean()) return;
    const consent = session.projection.consents.find(({ scope }) => scope === 'shell');
    // What the customer was not told of is not taken, whoever sends it.
    if (consent?.isRecorded !== true) throw new AppError('not-allowed', { text: 'No command line is recorded here.' });
    if ((await records.countDocuments({ session: session._id })) >= MOST_RECORDINGS) throw new AppError('too-large');
    const now = clock.now();
    const whole: RecordingRecord = {
      ...{ _id: recording, session: session._id, name, startedAt: now, lastAt: now, end: 'open', length: 0 },
    };
    try {
      await records.create([whole]);
    } catch (error) {
      // The same part was sent twice at once.
      if (!isDuplicateKey(error)) throw error;
    }
  }

  /** Says whether it was not there yet. */
  async function keep(part: RecordingPartRecord): Promise<boolean> {
    try {
      await parts.create([part]);
      return true;
    } catch (error) {
      // An earlier try got as far as here.
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  async function find(session: SessionId, recording: RecordingId): Promise<RecordingRecord> {
    const record = await records.findOne({ _id: recording, session }).lean();
    if (record === null) throw new AppError('not-found');
    return record;
  }

  async function listOf(session: SessionId): Promise<RecordingRecord[]> {
    return records.find({ session }).sort({ startedAt: 1 }).lean();
  }

  async function textOf(recording: RecordingId, from: number): Promise<string[]> {
    const found = await parts
      .find({ recording, part: between(from, from + PARTS_AT_ONCE - 1) })
      .sort({ part: 1 })
      .lean();
    return found.map(({ text }) => text);
  }

  async function transcriptOf({ _id, name, startedAt }: RecordingRecord) {
    const transcript = createShellTranscript('[a program on the whole screen]');
    let length = 0;
    for (let from = 0; length < LONGEST_HANDED_OUT; from += PARTS_AT_ONCE) {
      const texts = await textOf(_id, from);
      for (const text of texts) transcript.take(text);
      length += texts.reduce((sum, text) => sum + text.length, 0);
      if (texts.length < PARTS_AT_ONCE) break;
    }
    return { name, startedAt, text: transcript.read() };
  }

  return {
    /** Stores a part of the host that serves this session. The same part again changes nothing. */
    async take(session: SessionRecord, sent: RecordingPart): Promise<void> {
      const { recording, part, text, name, end } = sent;
      const { ended } = session.projection;
      if (ended !== null && clock.now() - ended.at > afterEndMs) throw new AppError('session-ended');
      if (part === 0 && ended === null) await begin(session, sent);
      const known = await find(session._id, recording);
      if (known.length + text.length > LONGEST_RECORDING + LONGEST_RECORDING_PART) throw new AppError('too-large');
      const isNew = await keep({ _id: `${recording}:${part}`, recording, part, text });
      await records.updateOne(
        { _id: recording },
        {
          $set: { name, lastAt: clock.now(), ...(end === null ? {} : { end }) },
          $inc: { length: isNew ? text.length : 0 },
        },
      );
    },

    list: async (session: SessionId): Promise<RecordingFacts[]> => (await listOf(session)).map(factsOf),

    /** A stretch of it from a part on. @throws AppError `not-found` for another session's */
    async read(session: SessionId, recording: RecordingId, from: number) {
      const record = await find(session, recording);
      const texts = await textOf(recording, from);
      return {
        facts: factsOf(record),
        text: texts.join(''),
        next: texts.length < PARTS_AT_ONCE ? null : from + PARTS_AT_ONCE,
      };
    },

    belonging: {
      async forget(session: SessionId): Promise<void> {
        for (const { _id } of await listOf(session)) {
          await parts.deleteMany({ recording: _id });
          await records.deleteOne({ _id });
        }
      },
      /** What the customer's own computer said, in words; sessions without any have no such field. */
      async read(session: SessionId): Promise<Readonly<Record<string, unknown>>> {
        const found = await listOf(session);
        return found.length === 0 ? {} : { commandLines: await Promise.all(found.map(transcriptOf)) };
      },
    },
  };
}

function factsOf({ _id: id, name, startedAt, lastAt, end, length }: RecordingRecord): RecordingFacts {
  return { id, name, startedAt, lastAt, end, length };
}
