/** The records of files in conversations: what is begun, what stands in the log, and what goes again. */
import * as v from 'valibot';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { mostFiles } from '../../shared/contract/conversation-file.ts';
import { FileId } from '../../shared/contract/session-log.ts';
import type { Author, EntryBody, LogEntry } from '../../shared/contract/session-log.ts';
import type { Clock } from '../config/clock.ts';
import type { Deadlines } from '../deadlines/deadlines.ts';
import { newId } from '../secrets/random.ts';
import type { SessionLog } from '../session-log/session-log.ts';
import { always } from '../sessions/entry-rules.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { FileContents } from './file-content-model.ts';
import type { FileLimitsStore } from './file-limits-model.ts';
import type { FileRecord, FileRecords } from './file-record-model.ts';
import type { FileTickets } from './file-ticket-model.ts';
import { sessionTooLarge } from './file-words.ts';
import type { PreviewModel } from './preview-model.ts';

/** What was begun and got no part for this long is removed. */
export const abandonedAfterMs = 60 * 60_000;

export interface FileKeeperNeeds {
  readonly records: FileRecords;
  readonly contents: FileContents;
  readonly tickets: FileTickets;
  readonly limits: FileLimitsStore;
  readonly previews: PreviewModel;
  readonly sessions: Pick<Sessions, 'append' | 'load'>;
  readonly log: Pick<SessionLog, 'sentBefore'>;
  readonly deadlines: Pick<Deadlines, 'set' | 'cancel'>;
  readonly clock: Clock;
}

/** What somebody wants to give, and in whose name. */
export interface Offered extends Pick<FileRecord, 'clientId' | 'name' | 'bytes' | 'audience'> {
  readonly by: Author;
}

/** What the bytes have told. */
export type FileFacts = Pick<Extract<EntryBody, { kind: 'file' }>, 'type' | 'picture'>;

export type FileKeeper = ReturnType<typeof createFileKeeper>;

/** Whoever calls has made sure that the session is theirs. What is another's file looks like one that never was. */
export function createFileKeeper(needs: FileKeeperNeeds) {
  const { records, contents, tickets, limits, previews, sessions, log, deadlines, clock } = needs;

  async function find(session: SessionId, file: FileId): Promise<FileRecord> {
    const record = await records.findOne({ _id: file, session }).lean();
    if (record === null) throw new AppError('not-found');
    return record;
  }

  /** The one that was begun under this client id, unless it is somebody else's or another file. */
  async function begunBefore(session: SessionId, offered: Offered): Promise<FileRecord | undefined> {
    const { clientId, by, name, bytes } = offered;
    const record = await records.findOne({ session, clientId }).lean();
    if (record === null) return undefined;
    if (!isBy(record, by)) throw new AppError('not-found');
    if (record.name !== name || record.bytes !== bytes) throw new AppError('invalid');
    return record;
  }

  async function store(session: SessionId, offered: Offered, more: Partial<FileRecord>): Promise<FileRecord> {
    const { clientId, name, bytes, audience, by } = offered;
    const record: FileRecord = {
      _id: newId(FileId),
      session,
      clientId,
      side: by.kind === 'rep' ? 'rep' : 'customer',
      ...(by.account === undefined ? {} : { account: by.account }),
      audience,
      name,
      bytes,
      received: 0,
      state: 'open',
      content: null,
      touchedAt: clock.now(),
      ...more,
    };
    // First: what a crash leaves between here and the end is found again.
    await deadlines.set('file-abandoned', record._id, clock.now() + abandonedAfterMs);
    await records.create([record]);
    return record;
  }

  /** Looked at after it is stored, so that two at once cannot both be the last that fit. */
  async function keepWithinLimits(record: FileRecord): Promise<void> {
    const all = await records.find({ session: record.session }).lean();
    const bytes = all.reduce((sum, one) => (one.content === null ? sum : sum + one.bytes), 0);
    const { sessionBytes } = await limits.get();
    if (all.length <= mostFiles && bytes <= sessionBytes) return;
    await remove(record);
    if (bytes > sessionBytes) throw sessionTooLarge(sessionBytes);
    throw new AppError('too-large', { text: `A session can have at most ${mostFiles} files.` });
  }

  async function remove({ _id, content }: FileRecord): Promise<void> {
    // Nobody finishes it from here on.
    await records.updateOne({ _id }, { $set: { state: 'going' } });
    await tickets.revoke(_id);
    if (content !== null) await contents.remove(content);
    await previews.deleteOne({ _id });
    await records.deleteOne({ _id });
    await deadlines.cancel('file-abandoned', _id);
  }

  async function entryOf({ _id, session, clientId }: FileRecord): Promise<LogEntry | undefined> {
    const entry = await log.sentBefore(session, clientId);
    return entry?.kind === 'file' && entry.file === _id ? entry : undefined;
  }

  async function markSent(record: FileRecord): Promise<void> {
    await records.updateOne({ _id: record._id }, { $set: { state: 'sent' } });
    await deadlines.cancel('file-abandoned', record._id);
  }

  /** What stands in the log is kept, everything else goes. */
  async function settle(record: FileRecord): Promise<void> {
    if (record.state === 'sent') return;
    await (record.state !== 'going' && (await entryOf(record)) !== undefined ? markSent(record) : remove(record));
  }

  async function give(session: SessionRecord, record: FileRecord, by: Author, facts: FileFacts): Promise<LogEntry> {
    const { _id: file, name, bytes, audience, clientId } = record;
    const body: EntryBody = { kind: 'file', file, name, bytes, ...facts };
    try {
      const entry = await sessions.append(session, by, always(body), { clientId, audience });
      // The client used this id for something else before.
      if (entry.kind !== 'file' || entry.file !== file) throw new AppError('invalid');
      await markSent(record);
      return entry;
    } catch (error) {
      if (error instanceof AppError && (error.code === 'session-ended' || error.code === 'invalid')) {
        await remove(record);
      }
      throw error;
    }
  }

  return {
    find,
    begunBefore,
    store,
    keepWithinLimits,
    remove,
    entryOf,
    settle,
    give,

    /** The session has ended: what nobody finished goes. */
    async sessionEnded(session: SessionId): Promise<void> {
      for (const record of await records.find({ session }).lean()) await settle(record);
    },

    /** Nothing came for long: it goes, unless something came meanwhile. */
    async abandoned(subject: string): Promise<void> {
      const file = v.safeParse(FileId, subject);
      const record = file.success ? await records.findOne({ _id: file.output }).lean() : null;
      if (record === null || record.state === 'sent') return;
      const due = record.touchedAt + abandonedAfterMs;
      if (due > clock.now()) await deadlines.set('file-abandoned', record._id, due);
      else await settle(record);
    },

    /** Deletes all of a session. */
    async forget(session: SessionId): Promise<void> {
      for (const record of await records.find({ session }).lean()) await remove(record);
    },
  };
}

/** Whether this person gives it. */
export function isBy({ side, account }: FileRecord, by: Author): boolean {
  return side === by.kind && account === by.account;
}
