/** The server's own secret, made once and kept beside its data. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const secretBytes = 32;
const fileName = 'server-secret';
const AlreadyThere = v.object({ code: v.literal('EEXIST') });

/**
 * Reads the secret from the data folder, or makes it (readable for the owner only).
 * @throws Error when the file is there but is not 32 bytes long
 */
export async function serverSecret(dataFolder: string): Promise<Buffer> {
  const file = join(dataFolder, fileName);
  await mkdir(dataFolder, { recursive: true });
  try {
    await writeFile(file, randomBytes(secretBytes), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!v.is(AlreadyThere, error)) throw error;
  }
  const secret = await readFile(file);
  if (secret.length !== secretBytes) {
    throw new Error(`${file} is damaged. Remove it to have a new one made; connection codes that are out then die.`);
  }
  return secret;
}
