/** The key with which this server signs the extension for Chrome: made once, because its id follows from it. */
import { createPrivateKey, generateKeyPair } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { extensionIdOf } from './crx-file.ts';

const FILE_NAME = 'extension-key.pem';
const RSA_BITS = 2048;
const AlreadyThere = v.object({ code: v.literal('EEXIST') });
const NotThere = v.object({ code: v.literal('ENOENT') });

export interface SigningKey {
  /** The id of what is signed with it; `undefined` as long as nothing ever was. */
  id(): string | undefined;
  /** The key, made at the first call. Rejects when the file is damaged, or cannot be written. */
  get(): Promise<KeyObject>;
}

/** Reads the key from the data folder if there is one: making it takes a moment that a first start need not wait for. */
export async function openSigningKey(dataFolder: string): Promise<SigningKey> {
  const file = join(dataFolder, FILE_NAME);
  let key = await read(file);
  let making: Promise<KeyObject> | undefined;

  async function make(): Promise<KeyObject> {
    await mkdir(dataFolder, { recursive: true });
    const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: RSA_BITS });
    const text = privateKey.export({ type: 'pkcs8', format: 'pem' });
    try {
      await writeFile(file, text, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      // Another process of this server was quicker: its key counts.
      if (!v.is(AlreadyThere, error)) throw error;
    }
    key = await read(file);
    if (key === undefined) throw new Error(`${file} was removed while it was made.`);
    return key;
  }

  return {
    id: () => key && extensionIdOf(key),
    get() {
      if (key !== undefined) return Promise.resolve(key);
      making ??= make().finally(() => (making = undefined));
      return making;
    },
  };
}

async function read(file: string): Promise<KeyObject | undefined> {
  try {
    return createPrivateKey(await readFile(file));
  } catch (cause) {
    if (v.is(NotThere, cause)) return undefined;
    throw new Error(
      `${file} cannot be read as a key. Put back the one from your backup; if there is none, remove it, and install the extension anew.`,
      { cause },
    );
  }
}
