/** How a file comes in: begun, sent part by part by whoever has its ticket, looked at, and given. */
import { filePartMost, filePartStep } from '../../shared/contract/conversation-file.ts';
import type { BegunFile } from '../../shared/contract/conversation-file.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { inspectContent } from '../../shared/contract/file-content.ts';
import type { ReadBytes } from '../../shared/contract/file-content.ts';
import { requireRoomFor } from '../sessions/entry-limit.ts';
import type { SessionId, Token } from '../../shared/contract/identifiers.ts';
import type { Author, FileId, LogEntry } from '../../shared/contract/session-log.ts';
import { unlike } from '../documents/compare.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import { isBy } from './file-keeper.ts';
import type { FileFacts, FileKeeper, FileKeeperNeeds, Offered } from './file-keeper.ts';
import type { FileRecord } from './file-record-model.ts';
import { checkName, fileTooLarge, refusedContent } from './file-words.ts';
import { makePreviews } from './make-previews.ts';

export interface FileUploadNeeds extends FileKeeperNeeds {
  /** How a customer calls who helps them; told when something is refused. */
  readonly repOf: (session: SessionRecord) => Promise<string>;
}

export interface FileUploads {
  /** Again with the same client id it goes on. @throws AppError `file-refused`, `too-large`, `session-ended` */
  begin(session: SessionRecord, offered: Offered): Promise<BegunFile>;
  /**
   * What a part is for, before its bytes are read: more than was declared is not even listened to.
   * @throws AppError `ticket-refused`, `too-large`
   */
  partFor(ticket: Token, offset: number, length: number): Promise<FileRecord>;
  /**
   * Takes a part that begins where the file ends so far; another one is not taken. Gives how far it is now.
   * @throws AppError `ticket-refused`, `too-large`, `invalid`, `file-refused`
   */
  addPart(ticket: Token, offset: number, part: Buffer): Promise<number>;
  /** Again gives the same entry. @throws AppError `not-found`, `invalid` while parts are missing, `file-refused`, `session-ended` */
  finish(session: SessionRecord, file: FileId, by: Author): Promise<LogEntry>;
  /** Takes back what is not finished. @throws AppError `not-found` */
  cancel(session: SessionId, file: FileId, by: Author): Promise<void>;
}

export function createFileUploads(needs: FileUploadNeeds, keeper: FileKeeper): FileUploads {
  const { records, contents, tickets, limits, previews, clock, repOf } = needs;

  const giverOf = async (side: 'customer' | 'rep', session: SessionRecord | undefined) =>
    side === 'customer' && session !== undefined
      ? ({ side, rep: await repOf(session) } as const)
      : { side: 'rep' as const };

  async function beginAnew(session: SessionRecord, offered: Offered): Promise<FileRecord> {
    checkName(offered.name, await giverOf(offered.by.kind === 'rep' ? 'rep' : 'customer', session));
    const { fileBytes } = await limits.get();
    if (offered.bytes > fileBytes) throw fileTooLarge(fileBytes);
    try {
      const record = await keeper.store(session._id, offered, { content: contents.newId() });
      await keeper.keepWithinLimits(record);
      return record;
    } catch (error) {
      const first = isDuplicateKey(error) ? await keeper.begunBefore(session._id, offered) : undefined;
      if (first === undefined) throw error;
      return first;
    }
  }

  /** Removes what is a program, and says so to whom gives it. */
  async function inspect(record: FileRecord, session: SessionRecord | undefined, read: ReadBytes, bytes: number) {
    const found = await inspectContent(read, bytes);
    if (!('refused' in found)) return found.kind;
    await keeper.remove(record);
    throw refusedContent(found, await giverOf(record.side, session));
  }

  async function look(record: FileRecord, session: SessionRecord, content: string): Promise<FileFacts> {
    const { bytes } = record;
    const type = await inspect(record, session, (offset, length) => contents.read(content, offset, length), bytes);
    const made = type === 'picture' ? await makePreviews(bytes, () => contents.read(content, 0, bytes)) : undefined;
    if (made === undefined) return { type, picture: null };
    const { width, height, small, large } = made;
    await previews.updateOne({ _id: record._id }, { $set: { small, large } }, { upsert: true });
    return { type, picture: { width, height } };
  }

  async function partFor(ticket: Token, offset: number, length: number): Promise<FileRecord> {
    const file = await tickets.toSend(ticket);
    const record = file === undefined ? null : await records.findOne({ _id: file }).lean();
    if (record?.state !== 'open') throw new AppError('ticket-refused');
    if (length > filePartMost || offset + length > record.bytes) throw new AppError('too-large');
    return record;
  }

  return {
    async begin(session, offered) {
      const known = await keeper.begunBefore(session._id, offered);
      const entry = known === undefined ? undefined : await keeper.entryOf(known);
      if (entry !== undefined) return { at: 'done', entry };
      if (session.projection.ended !== null) throw new AppError('session-ended');
      // Before bytes are sent that could not be given then.
      requireRoomFor('file', session.projection.lastSeq);
      if (known?.state === 'going') throw new AppError('not-found');
      const { _id, received } = known ?? (await beginAnew(session, offered));
      return { at: 'open', file: _id, ticket: await tickets.issue(_id, 'send'), received };
    },
    partFor,
    async addPart(ticket, offset, part) {
      const record = await partFor(ticket, offset, part.length);
      const { _id, bytes, received, content } = record;
      if (content === null || offset !== received || part.length === 0) return received;
      const end = offset + part.length;
      if (end !== bytes && part.length % filePartStep !== 0) throw new AppError('invalid');
      if (offset === 0) {
        // The first part tells most of it, so nobody sends a program to its end to hear that it is one.
        const read: ReadBytes = (from, length) => Promise.resolve(part.subarray(from, from + length));
        await inspect(record, await needs.sessions.load(record.session), read, part.length);
      }
      await contents.addPart(content, offset, part);
      const here = { _id, received: offset, state: 'open' as const };
      const moved = await records.updateOne(here, { $set: { received: end, touchedAt: clock.now() } });
      if (moved.matchedCount === 1) return end;
      const now = await records.findOne({ _id }).lean();
      if (now !== null && now.state !== 'going') return now.received;
      // It was taken back while this was on its way.
      await contents.remove(content);
      throw new AppError('ticket-refused');
    },
    async finish(session, file, by) {
      const record = await keeper.find(session._id, file);
      if (!isBy(record, by) || record.state === 'going') throw new AppError('not-found');
      const before = await keeper.entryOf(record);
      if (before !== undefined) {
        await keeper.settle(record);
        return before;
      }
      const { bytes, content, received } = record;
      if (content === null || received !== bytes) throw new AppError('invalid', { text: missing });
      const claim = { _id: file, state: unlike('going' as const) };
      const claimed = await records.updateOne(claim, { $set: { state: 'finishing' } });
      if (claimed.matchedCount === 0) throw new AppError('not-found');
      const facts = await look(record, session, content);
      await contents.complete(content, bytes);
      return keeper.give(session, record, by, facts);
    },
    async cancel(session, file, by) {
      const record = await keeper.find(session, file);
      if (!isBy(record, by)) throw new AppError('not-found');
      const taken = await records.updateOne({ _id: file, state: 'open' }, { $set: { state: 'going' } });
      if (taken.matchedCount === 0) throw new AppError('not-found');
      await keeper.remove(record);
    },
  };
}

const missing = 'Not all of the file has come yet. Send the rest first.';
