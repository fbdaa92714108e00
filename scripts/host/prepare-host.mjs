/**
 * `node scripts/host/prepare-host.mjs <origin> <out folder> <cache folder> [organisation [main file]] [--system=<name>…]
 * [--authority=<PEM file>] [--signer=<program>]`: prepares the customer host, for every system unless some are named. In a
 * process of its own, so that a server that just started stays quick. Lines for people go to standard output; exit code 1
 * with a sentence on standard error when it cannot be done.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildHost } from './build-host.mjs';
import { hostSystemNames } from './host-systems.mjs';

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    system: { type: 'string', multiple: true },
    authority: { type: 'string' },
    signer: { type: 'string' },
  },
});
const [origin, outFolder, cacheFolder, organisation, entry] = positionals;

if (origin === undefined || outFolder === undefined || cacheFolder === undefined) {
  console.error('Say: node scripts/host/prepare-host.mjs <origin> <out folder> <cache folder> [organisation]');
  process.exit(2);
}

try {
  for (const system of asked.system ?? hostSystemNames) {
    const prepared = await buildHost({
      root: join(import.meta.dirname, '../..'),
      system,
      origin,
      outFolder,
      cacheFolder,
      log: (line) => console.log(line),
      ...(organisation === undefined || organisation === '' ? {} : { organisation }),
      ...(entry === undefined ? {} : { entry }),
      ...(asked.authority === undefined ? {} : { authority: readFileSync(asked.authority, 'utf8') }),
      ...(asked.signer === undefined ? {} : { signer: asked.signer }),
    });
    const size = `${(prepared.executableBytes / 1e6).toFixed(1)} MB, ${(prepared.bodyBytes / 1e6).toFixed(1)} MB to download`;
    console.log(`The customer host for ${system} is ${prepared.isNew ? 'packed' : 'up to date'} (${size})`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
