/** Chromium as an organisation manages it: with policies in the folder that only administrators can write. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import type { Browser } from 'puppeteer-core';
import { CHROMIUM, flags } from './browser.ts';

/** It keeps Chromium from looking for updates, and so from what a policy tells it to install. */
const KEPT_QUIET = '--disable-background-networking';

export interface ManagedBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

/**
 * Starts it with these policies under /etc/chromium/policies/managed. They lie there for this browser alone, in a mount
 * namespace of its own, because every other Chromium of this computer would obey them too. Needs root.
 */
export async function startManagedBrowser(policies: object): Promise<ManagedBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'rh-managed-'));
  const managed = join(folder, 'etc', 'policies', 'managed');
  mkdirSync(managed, { recursive: true });
  // Else nobody could look into what a policy has installed, puppeteer neither.
  const all = { DeveloperToolsAvailability: 1, ...policies };
  writeFileSync(join(managed, 'remotehelp.json'), JSON.stringify(all));
  const program = join(folder, 'chromium');
  const lines = [
    '#!/bin/sh',
    `exec unshare --mount sh -c 'mount --bind "$0" /etc/chromium && exec ${CHROMIUM} "$@"' '${join(folder, 'etc')}' "$@"`,
  ];
  writeFileSync(program, `${lines.join('\n')}\n`);
  chmodSync(program, 0o700);
  const browser = await puppeteer.launch({
    executablePath: program,
    headless: true,
    pipe: true,
    enableExtensions: true,
    ignoreDefaultArgs: [KEPT_QUIET],
    defaultViewport: null,
    userDataDir: join(folder, 'profile'),
    args: flags.filter((flag) => flag !== KEPT_QUIET),
  });
  return {
    browser,
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
