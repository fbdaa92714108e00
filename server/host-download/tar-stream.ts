import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import type { Ticket } from '../../shared/contract/identifiers.ts';
import { tarHeader } from './tar-header.ts';

/** What the builder writes beside the compressed body; the server reads nothing else of it. */
const PreparedHost = v.object({
  format: v.literal(1),
  /** File name of the compressed body in the same folder. */
  body: v.pipe(v.string(), v.regex(/^[\w.-]{1,80}$/)),
  /** Bytes of the executable. */
  executableBytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Bytes of the compressed body. */
  bodyBytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  origin: v.string(),
});

/** A host that lies ready for download. */
export interface HostDownload {
  /** For the `Content-Disposition` header. */
  readonly fileName: string;
  /** Bytes of the whole response, for `Content-Length`. */
  readonly length: number;
  /** The .tar.gz; opens its file when it is first read, fails with the file's error. */
  stream(): Readable;
}

/**
 * The download for one ticket. A .tar.gz may consist of several gzip members: the first holds the tar header with the
 * ticket in the file's name, the second is the executable, compressed once when the host was prepared. So a download
 * costs the server reading a file. Rejects when the folder holds no prepared host.
 */
export async function hostDownload(preparedFolder: string, ticket: Ticket, nowMs: number): Promise<HostDownload> {
  const prepared = v.parse(PreparedHost, JSON.parse(await readFile(join(preparedFolder, 'host.json'), 'utf8')));
  const header = gzipSync(
    tarHeader({ name: `RemoteHelp-${ticket}`, mode: 0o755, bytes: prepared.executableBytes, modifiedMs: nowMs }),
  );
  const body = join(preparedFolder, prepared.body);
  return {
    fileName: `remotehelp-${ticket}.tar.gz`,
    length: header.length + prepared.bodyBytes,
    stream: () => Readable.from(members(header, body), { objectMode: false }),
  };
}

async function* members(header: Uint8Array, body: string): AsyncGenerator<Uint8Array> {
  yield header;
  yield* createReadStream(body);
}
