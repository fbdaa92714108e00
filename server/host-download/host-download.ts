import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip, gzipSync } from 'node:zlib';
import type { HostSystem } from '../../shared/contract/host-system.ts';
import type { Ticket } from '../../shared/contract/identifiers.ts';
import { preparedHost } from './prepared-host.ts';
import { tarHeader } from './tar-header.ts';

/** A host that lies ready for download. */
export interface HostDownload {
  /** For the `Content-Disposition` header. */
  readonly fileName: string;
  readonly contentType: string;
  /** Whether the bytes are compressed for the way only (`Content-Encoding: gzip`). */
  readonly isCompressed: boolean;
  /** Bytes of the whole response, for `Content-Length`. */
  readonly length: number;
  /** Opens its file when it is first read, fails with the file's error. */
  stream(): Readable;
}

export interface DownloadWish {
  readonly system: HostSystem;
  readonly ticket: Ticket;
  /** Whether the receiver undoes `Content-Encoding: gzip`. */
  readonly takesGzip: boolean;
  readonly nowMs: number;
}

/**
 * The download for one ticket, which is in the program's name. It costs the server reading a file that was compressed once
 * when the host was prepared. Rejects when the folder holds no prepared host for the system.
 */
export async function hostDownload(preparedFolder: string, wish: DownloadWish): Promise<HostDownload> {
  const { system, ticket, takesGzip, nowMs } = wish;
  const prepared = await preparedHost(preparedFolder, system);
  const body = join(preparedFolder, prepared.body);
  if (prepared.archive === 'none') {
    return {
      fileName: `RemoteHelp-${ticket}.exe`,
      contentType: 'application/vnd.microsoft.portable-executable',
      isCompressed: takesGzip,
      length: takesGzip ? prepared.bodyBytes : prepared.executableBytes,
      stream: () => (takesGzip ? createReadStream(body) : createReadStream(body).pipe(createGunzip())),
    };
  }
  // A .tar.gz may consist of several gzip members: the first holds the tar header with the ticket in the file's name.
  const header = gzipSync(
    tarHeader({ name: `RemoteHelp-${ticket}`, mode: 0o755, bytes: prepared.executableBytes, modifiedMs: nowMs }),
  );
  return {
    fileName: `remotehelp-${ticket}.tar.gz`,
    contentType: 'application/gzip',
    isCompressed: false,
    length: header.length + prepared.bodyBytes,
    stream: () => Readable.from(members(header, body), { objectMode: false }),
  };
}

async function* members(header: Uint8Array, body: string): AsyncGenerator<Uint8Array> {
  yield header;
  yield* createReadStream(body);
}
