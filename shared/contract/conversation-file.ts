/** Files that rep and customer give each other in a conversation: how they are begun, sent in parts, finished and fetched. */
import * as v from 'valibot';
import { Nothing, operation } from './contract.ts';
import { safeFileName } from './file-name.ts';
import { ClientEntryId, SessionId, Token } from './identifiers.ts';
import { Audience, FileId, LogEntry } from './session-log.ts';
import { SharedItemId } from './shared-item.ts';
import { line } from './text.ts';

/** Parts begin at a multiple of this, in bytes; only the last part of a file may end elsewhere. */
export const filePartStep = 256 * 1024;
/** No part is larger, in bytes. */
export const filePartMost = 4 * filePartStep;
/** Where parts are posted, with ticket and offset in these headers; and where a ticket is exchanged for the file. */
export const filePaths = { part: '/files/part', open: '/files/open' } as const;
export const filePartHeaders = { ticket: 'x-file-ticket', offset: 'x-file-offset' } as const;

const megabyte = 1_000_000;
const Bytes = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** What a conversation may carry. In bytes. */
export const FileLimits = v.strictObject({
  /** Of one file. */
  fileBytes: Bytes(megabyte, 2000 * megabyte),
  /** Of all files of one session together. */
  sessionBytes: Bytes(megabyte, 20_000 * megabyte),
});
export type FileLimits = v.InferOutput<typeof FileLimits>;

/** Until an administrator sets others. */
export const firstFileLimits: FileLimits = { fileBytes: 100 * megabyte, sessionBytes: 500 * megabyte };

/** So many files in one session at most: what is counted in bytes alone could be ten thousand empty ones. */
export const mostFiles = 200;

/** As a browser gave it; what passes is safe to show and to save under. */
const GivenName = v.pipe(v.string(), v.maxLength(2000), v.transform(safeFileName));

/** Where a file stands when it was begun, now or by an earlier try with the same `clientId`. */
export const BegunFile = v.variant('at', [
  /** `received`: so many bytes are stored; the next part begins there. The ticket is for parts of this file. */
  v.strictObject({ at: v.literal('open'), file: FileId, ticket: Token, received: Bytes(0, Number.MAX_SAFE_INTEGER) }),
  v.strictObject({ at: v.literal('done'), entry: LogEntry }),
]);
export type BegunFile = v.InferOutput<typeof BegunFile>;

/** The answer to a part. */
export const PartTaken = v.strictObject({ received: Bytes(0, Number.MAX_SAFE_INTEGER) });

const toBegin = {
  session: SessionId,
  clientId: ClientEntryId,
  name: GivenName,
  bytes: Bytes(0, Number.MAX_SAFE_INTEGER),
};
const one = v.strictObject({ session: SessionId, file: FileId });
const oneEntry = v.strictObject({ entry: LogEntry });

const forBoth = {
  /** All of it has been sent: it is looked at, and stands in the log. Again gives the same entry. */
  'files.finish': operation(one, oneEntry),
  /** Takes back what is not finished. */
  'files.cancel': operation(one, Nothing),
  /** A ticket for one download, which is posted to `/files/open`. */
  'files.open': operation(
    one,
    v.strictObject({ ticket: Token, name: line(200), bytes: Bytes(0, Number.MAX_SAFE_INTEGER) }),
  ),
  /** A picture of a picture, made by the server: WebP in base64. */
  'files.preview': operation(
    v.strictObject({ ...one.entries, size: v.picklist(['small', 'large']) }),
    v.strictObject({ picture: v.pipe(v.string(), v.base64()) }),
  ),
};

export const customerFileOperations = {
  /** Again, with the same `clientId`: goes on where an earlier try was cut off. */
  'files.begin': operation(v.strictObject(toBegin), BegunFile),
  ...forBoth,
};

export const repFileOperations = {
  'files.begin': operation(v.strictObject({ ...toBegin, audience: v.optional(Audience, 'all') }), BegunFile),
  ...forBoth,
  /** Gives one of the shared files, of whatever kind; its bytes are not copied. */
  'files.share': operation(
    v.strictObject({
      session: SessionId,
      clientId: ClientEntryId,
      item: SharedItemId,
      audience: v.optional(Audience, 'all'),
    }),
    oneEntry,
  ),
};

const limits = v.strictObject({ limits: FileLimits });

export const adminFileOperations = {
  'files.limits': operation(Nothing, limits),
  'files.setLimits': operation(limits, limits),
};
