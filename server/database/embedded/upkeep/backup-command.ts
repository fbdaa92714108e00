import { existsSync } from 'node:fs';

import { Double, Int32 } from 'bson';
import * as v from 'valibot';

import { StoreError } from '../errors.ts';
import type { Store } from '../storage/store.ts';
import { encodeReply } from '../values/codec.ts';
import type { BsonDocument } from '../values/kinds.ts';

/** What asks for a backup: `{ remotehelpBackup: <path of a new file> }`. MongoDB has no such command; only RemoteHelp's own programs send it. */
export const backupCommand = 'remotehelpBackup';

const orderSchema = v.object({ [backupCommand]: v.pipe(v.string(), v.startsWith('/')) });

/**
 * Copies the whole store, as it is at one moment, into a new file, while others read and write. Resolves with the reply: `{ ok: 1, pages }`, or why
 * it could not be done. It never rejects.
 */
export async function answerBackup(store: Store, body: BsonDocument, isWanted: () => boolean): Promise<Uint8Array> {
  try {
    const { [backupCommand]: file } = v.parse(orderSchema, body);
    if (existsSync(file)) throw new Error(`${file} is there already`);
    const pages = await store.backup(file, isWanted);
    return encodeReply({ pages: new Int32(pages), ok: new Double(1) });
  } catch (cause) {
    const { code, codeName } = new StoreError('IllegalOperation', '');
    const errmsg = `The backup could not be made: ${cause instanceof Error ? cause.message : String(cause)}`;
    return encodeReply({ ok: new Double(0), errmsg, code: new Int32(code), codeName });
  }
}
