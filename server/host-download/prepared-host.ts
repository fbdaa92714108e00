/** What the builder writes beside a prepared host; the server reads nothing else of it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { HostSystem } from '../../shared/contract/host-system.ts';

const Bytes = v.pipe(v.number(), v.integer(), v.minValue(1));

const PreparedHost = v.object({
  format: v.literal(2),
  /** `tar`: the compressed body is the end of an archive; `none`: it is the program alone. */
  archive: v.picklist(['tar', 'none']),
  /** File name of the compressed body in the same folder. */
  body: v.pipe(v.string(), v.regex(/^[\w.-]{1,80}$/)),
  executableBytes: Bytes,
  bodyBytes: Bytes,
  /** Of the executable. */
  sha256: v.pipe(v.string(), v.hash(['sha256'])),
  isSigned: v.boolean(),
  origin: v.string(),
});

export type PreparedHost = v.InferOutput<typeof PreparedHost>;

/** Rejects when the folder holds no prepared host for that system. */
export async function preparedHost(folder: string, system: HostSystem): Promise<PreparedHost> {
  return v.parse(PreparedHost, JSON.parse(await readFile(join(folder, `${system}.json`), 'utf8')));
}
