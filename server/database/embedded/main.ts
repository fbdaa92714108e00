import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';

import * as v from 'valibot';

import { startServer } from './server.ts';
import { StoreFileError } from './storage/file.ts';
import { Store } from './storage/store.ts';

/**
 * The embedded store's own process: `--file <path> --socket <path> [--ttl-interval-ms <ms>]`. It writes the line `ready` to standard
 * output when it listens. It ends, cleanly, on SIGTERM, SIGINT, or when its standard input closes, which is when its parent died.
 * When it cannot open the file it says why on standard error and ends with 2.
 */
const settingsSchema = v.object({
  file: v.pipe(v.string(), v.minLength(1)),
  socket: v.pipe(v.string(), v.minLength(1), v.maxBytes(100)),
  'ttl-interval-ms': v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(10)),
});

const settings = v.parse(
  settingsSchema,
  parseArgs({
    options: {
      file: { type: 'string' },
      socket: { type: 'string' },
      'ttl-interval-ms': { type: 'string', default: '60000' },
    },
  }).values,
);

const cannotOpen = 2;

function openStore(): Store {
  try {
    return Store.open(settings.file);
  } catch (cause) {
    if (!(cause instanceof StoreFileError)) throw cause;
    process.stderr.write(`${cause.message}\n`);
    process.exit(cannotOpen);
  }
}

const store = openStore();
// A socket left by a killed process would refuse the new one; the file's lock has shown that no other process is alive.
rmSync(settings.socket, { force: true });
const server = await startServer({
  store,
  socketPath: settings.socket,
  ttlIntervalMs: settings['ttl-interval-ms'],
  now: () => new Date(),
  report: (message, cause) =>
    process.stderr.write(`${message}: ${cause instanceof Error ? cause.message : String(cause)}\n`),
});

async function end(): Promise<void> {
  await server.close();
  process.exit(0);
}

process.on('SIGTERM', () => void end());
process.on('SIGINT', () => void end());
process.stdin.on('end', () => void end());
process.stdin.on('error', () => void end());
process.stdin.resume();
// When the parent has died nobody reads these any more, and the end of standard input ends the process.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);
process.stdout.write('ready\n');
