/** A renewed certificate is served without a restart: when its files change, or on SIGHUP. */
import { watchFile } from 'node:fs';
import { ConfigError } from '../config/config.ts';
import type { ServerConfig } from '../config/config.ts';
import type { Log } from '../logging/log.ts';

/** Files are looked at by their times, because renewing programs replace links, which watching by the system misses. */
const LOOK_EVERY_MS = 60_000;

export interface RenewalNeeds {
  readonly config: ServerConfig;
  /** Reads and checks all settings anew. @throws {ConfigError} */
  readonly settings: () => ServerConfig;
  readonly log: Log;
  readonly renew: () => void;
}

/** Keeps serving the old certificate, and says so, while the new files cannot be used. Keeps no process alive. */
export function renewWhenChanged({ config, settings, log, renew }: RenewalNeeds): void {
  const { tls } = config;
  const tryToRenew = () => {
    try {
      settings();
      renew();
      log.info('The certificate was read anew.');
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      log.error('The new certificate cannot be used; the old one is served on.', {
        problems: error.problems.join(' '),
      });
    }
  };
  for (const file of tls === undefined ? [] : [tls.certFile, tls.keyFile]) {
    watchFile(file, { interval: LOOK_EVERY_MS, persistent: false }, (now, before) => {
      if (now.mtimeMs !== before.mtimeMs || now.ino !== before.ino) tryToRenew();
    });
  }
  // In a terminal the same signal says that its window was closed, which ends the server as ever. Elsewhere it never does,
  // so that a service can be told to reload whether it has a certificate or not.
  if (!process.stdout.isTTY) process.on('SIGHUP', () => tls !== undefined && tryToRenew());
}
