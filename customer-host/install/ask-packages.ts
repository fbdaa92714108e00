/** Asks the host's own server which extensions it hands out, over TLS that is verified as everywhere else. */
import { get as getPlain } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { get as getSecure } from 'node:https';
import * as v from 'valibot';
import { ExtensionPackages, extensionPaths } from '../../shared/contract/extension-packages.ts';
import type { ServerAddress } from '../package/server-address.ts';

const WITHIN_MS = 15_000;
const MOST_BYTES = 100_000;

/** Rejects when the server does not answer, cannot prove who it is, or hands out no extension. */
export async function askPackages({ origin, authority }: ServerAddress): Promise<ExtensionPackages> {
  const address = origin + extensionPaths.about;
  const signal = AbortSignal.timeout(WITHIN_MS);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = address.startsWith('https:')
      ? getSecure(address, { signal, ...(authority === undefined ? {} : { ca: authority }) }, resolve)
      : getPlain(address, { signal }, resolve);
    request.once('error', reject);
  });
  if (response.statusCode !== 200) throw new Error(`${address} answers with ${response.statusCode}`);
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MOST_BYTES) throw new Error(`${address} answers with too much`);
    parts.push(part);
  }
  return v.parse(ExtensionPackages, JSON.parse(Buffer.concat(parts).toString('utf8')));
}
