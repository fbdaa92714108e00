import type { Cursors } from '../cursors.ts';
import type { Store } from '../storage/store.ts';
import type { BsonDocument } from '../values/kinds.ts';
import type { Request } from '../wire/message.ts';

/** What a command works on. */
export type CommandContext = {
  store: Store;
  cursors: Cursors;
  /** The database that the command names. */
  database: string;
  request: Request;
  now: () => Date;
  /** When the command has to give up (`maxTimeMS`), on the clock of `Date.now`. */
  deadlineMs: number | undefined;
};

/** Runs one command. A document gets its `ok: 1`; bytes are a whole reply. Failures are thrown as StoreError. */
export type Command = (context: CommandContext, body: BsonDocument) => BsonDocument | Uint8Array;
