/**
 * `node scripts/host/prepare-host.mjs <origin> <out folder> <cache folder> [organisation [main file]] [--authority=<PEM file>]`:
 * prepares the customer host in a process of its own, so that a server that just started stays quick. Lines for people
 * go to standard output; exit code 1 with a sentence on standard error when it cannot be done.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildHost } from './build-host.mjs';

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: { authority: { type: 'string' } },
});
const [origin, outFolder, cacheFolder, organisation, entry] = positionals;

if (origin === undefined || outFolder === undefined || cacheFolder === undefined) {
  console.error('Say: node scripts/host/prepare-host.mjs <origin> <out folder> <cache folder> [organisation]');
  process.exit(2);
}

try {
  const prepared = await buildHost({
    root: join(import.meta.dirname, '../..'),
    origin,
    outFolder,
    cacheFolder,
    log: (line) => console.log(line),
    ...(organisation === undefined || organisation === '' ? {} : { organisation }),
    ...(entry === undefined ? {} : { entry }),
    ...(asked.authority === undefined ? {} : { authority: readFileSync(asked.authority, 'utf8') }),
  });
  console.log(prepared.isNew ? 'The customer host is packed' : 'The customer host is up to date');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
