/** Files that stand in the log: who may fetch them, and how a shared file gets there without being copied. */
import type { Readable } from 'node:stream';
import { AppError } from '../../shared/contract/errors.ts';
import type { AccountId, SessionId, Token } from '../../shared/contract/identifiers.ts';
import type { FileId, LogEntry } from '../../shared/contract/session-log.ts';
import type { SharedItemId } from '../../shared/contract/shared-item.ts';
import { isMember } from '../sessions/reps-in.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { FileKeeper, FileKeeperNeeds, Offered } from './file-keeper.ts';
import type { FileRecord } from './file-record-model.ts';

/** A file that is on its way out. */
export interface OpenedFile {
  readonly name: string;
  readonly content: Readable;
  readonly bytes: number;
}

/** Customers are given what is for all, reps everything. */
export type FileReader = 'customer' | { readonly rep: AccountId };

export interface GivenFileNeeds extends FileKeeperNeeds {
  /** An organisation's own file, of any kind. @throws AppError `not-found` */
  readonly openShared: (id: SharedItemId) => Promise<OpenedFile>;
}

export interface GivenFiles {
  /** @throws AppError `not-found`, `session-ended` */
  share(session: SessionRecord, item: SharedItemId, offered: Omit<Offered, 'name' | 'bytes'>): Promise<LogEntry>;
  /** A ticket to fetch it once. @throws AppError `not-found` */
  ticketFor(
    session: SessionId,
    file: FileId,
    reader: FileReader,
  ): Promise<{ ticket: Token; name: string; bytes: number }>;
  /** @throws AppError `ticket-refused`, `not-found` */
  fetch(ticket: Token): Promise<OpenedFile>;
  /** In base64. @throws AppError `not-found` */
  preview(session: SessionId, file: FileId, reader: FileReader, size: 'small' | 'large'): Promise<string>;
  /** What the customer gave and was given; the files themselves are fetched in the session. */
  read(session: SessionId): Promise<Readonly<Record<string, unknown>>>;
}

export function createGivenFiles(needs: GivenFileNeeds, keeper: FileKeeper): GivenFiles {
  const { records, contents, tickets, previews, sessions, openShared } = needs;

  async function given(session: SessionId, file: FileId, reader: FileReader): Promise<FileRecord> {
    const record = await keeper.find(session, file);
    // Sent or finishing: whether the log has it is what counts, and a crash may have come between the two.
    const isThere = record.state === 'sent' || (await keeper.entryOf(record)) !== undefined;
    if (!isThere || (reader === 'customer' && record.audience !== 'all')) throw new AppError('not-found');
    return record;
  }

  /** Who was sent out of the session, or has closed its summary, since the ticket was given has no file of it any more. */
  async function stillTheirs(session: SessionId, rep: AccountId | undefined) {
    const record = await sessions.load(session);
    const isTheirs = record !== undefined && (rep === undefined ? !record.dismissed : isMember(record, rep));
    if (!isTheirs) throw new AppError('not-found');
  }

  return {
    async share(session, item, offered) {
      const { name, content, bytes } = await openShared(item);
      content.destroy();
      const whole = { ...offered, name, bytes };
      const known = await keeper.begunBefore(session._id, whole);
      const before = known === undefined ? undefined : await keeper.entryOf(known);
      if (before !== undefined) return before;
      const more = { shared: item, received: bytes, state: 'finishing' as const };
      const record = known ?? (await keeper.store(session._id, whole, more));
      if (known === undefined) await keeper.keepWithinLimits(record);
      return keeper.give(session, record, offered.by, { type: 'other', picture: null });
    },
    async ticketFor(session, file, reader) {
      const { _id, name, bytes, shared } = await given(session, file, reader);
      // Said here, where a person reads it, and not by the page of a form that was posted.
      if (shared !== undefined) (await openShared(shared)).content.destroy();
      const ticket = await tickets.issue(_id, 'fetch', reader === 'customer' ? undefined : reader.rep);
      return { ticket, name, bytes };
    },
    async fetch(ticket) {
      const use = await tickets.toFetch(ticket);
      if (use === undefined) throw new AppError('ticket-refused');
      const record = await records.findOne({ _id: use.file }).lean();
      if (record === null) throw new AppError('not-found');
      await stillTheirs(record.session, use.account);
      const { name, bytes, content, shared } = record;
      // A shared file is not copied: what the organisation has taken back is not handed out any more.
      if (shared !== undefined) return { ...(await openShared(shared)), name };
      if (content === null) throw new AppError('not-found');
      return { name, bytes, content: contents.open(content) };
    },
    async preview(session, file, reader, size) {
      const record = await given(session, file, reader);
      const found = await previews.findOne({ _id: record._id }).lean();
      if (found === null) throw new AppError('not-found');
      return found[size];
    },
    async read(session) {
      const found = await records.find({ session, state: 'sent', audience: 'all' }).lean();
      if (found.length === 0) return {};
      return { files: found.map(({ _id: file, name, bytes, side: by }) => ({ file, name, bytes, by })) };
    },
  };
}
