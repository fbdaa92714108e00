import type { Cursors } from '../cursors.ts';
import type { Store } from '../storage/store.ts';
import type { Steps, TimeLeft, Turn } from '../turns.ts';
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
  /** Says when others should have their turn. */
  turn: Turn;
  /** What is left of `maxTimeMS`. A `getMore` puts its cursor's in this place. */
  time: TimeLeft;
};

/** What a command answers: a document gets its `ok: 1`, bytes are a whole reply. */
export type Reply = BsonDocument | Uint8Array;

/** Runs one command, at once or in steps between which others have their turn. Failures are thrown as StoreError. */
export type Command = (context: CommandContext, body: BsonDocument) => Reply | Steps<Reply>;
