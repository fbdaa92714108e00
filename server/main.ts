/**
 * The server's program: `main.js` serves; `main.js reset-administrator <user ID>` helps who is locked out;
 * `main.js make-certificate` makes an own authority for https; `main.js data:…` looks after the data.
 */
import { resolve } from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { systemClock } from './config/clock.ts';
import { ConfigError } from './config/config.ts';
import { findProjectFolders } from './config/project-folders.ts';
import { readSettings } from './config/read-settings.ts';
import { dataCommandNames, runDataCommand } from './data-commands/data-command.ts';
import { createProgress } from './database/progress.ts';
import { isStoreFull } from './documents/store-full.ts';
import { createLineWriter } from './logging/line-writer.ts';
import { createLog } from './logging/log.ts';
import { openStore } from './open-store.ts';
import { runResetAdministrator } from './setup/run-reset-administrator.ts';
import { startServer } from './start-server.ts';
import { certificateProblems } from './tls/certificate-problems.ts';
import { makeCertificate } from './tls/make-certificate.ts';
import { renewWhenChanged } from './tls/renew-when-changed.ts';

/** How long an orderly end may take before the process goes without it. */
const END_WITHIN_MS = 35_000;

try {
  const folders = findProjectFolders();
  const [command, ...words] = process.argv.slice(2);
  const settings = () =>
    readSettings(process.env, folders.root, (files) =>
      // Only serving needs them: one that has expired must not keep its own renewal, or a rescue, from running.
      command === undefined ? certificateProblems(files, systemClock.now()) : [],
    );
  const config = settings();
  const log = createLog(config.logLevel);

  if (command === undefined) {
    const running = await startServer({ config, folders, log, openStore });
    createLineWriter(1)(running.greeting);
    endOnSignals(() => running.stop());
    renewWhenChanged({ config, settings, log, renew: running.renewCertificate });
    void running.lost.then((reason) => end(1, reason));
  } else if (command === 'reset-administrator') {
    const { lines, done } = await runResetAdministrator(words[0], { config, log, openStore });
    process.stdout.write(`${lines.join('\n')}\n`);
    process.exitCode = done ? 0 : 1;
  } else if (command === 'make-certificate') {
    process.stdout.write(`${(await makeCertificate(config)).join('\n')}\n`);
  } else if (dataCommandNames.includes(command)) {
    const say = (line: string) => void process.stdout.write(`${line}\n`);
    // npm runs its scripts in the project; folders are meant as they were typed, from where npm was started.
    const startedIn = process.env['INIT_CWD'] ?? process.cwd();
    const progress = createProgress(say, () => performance.now());
    const toPath = (folder: string) => resolve(startedIn, folder);
    process.exitCode = await runDataCommand(command, words, { config, log, progress, toPath, now: new Date() });
  } else {
    const known = ['reset-administrator <user ID>', 'make-certificate', ...dataCommandNames].join(', ');
    end(1, `There is no command ${JSON.stringify(command)}. Known: ${known}.`);
  }
} catch (error) {
  end(1, describe(error));
}

function endOnSignals(stop: () => Promise<void>): void {
  let isEnding = false;
  const endOrderly = () => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => end(1, 'The server did not end in time.'), END_WITHIN_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => end(1, describe(error)),
    );
  };
  process.on('SIGTERM', endOrderly);
  process.on('SIGINT', endOrderly);
}

function end(code: number, reason: string): never {
  process.stderr.write(`\n${reason}\n`);
  process.exit(code);
}

/** What an operator can mend is a sentence; for anything else the stack is wanted. */
function describe(error: unknown): string {
  if (error instanceof ConfigError || error instanceof CannotStart) return error.message;
  if (isStoreFull(error))
    return 'The data cannot be written: there is no room on the disk. Make room, then start again.';
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    return `The port is in use: ${error.message}. Stop the other program, or set PORT to another one.`;
  }
  return `The server could not start. ${error.stack ?? error.message}`;
}
