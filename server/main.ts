/** The server's program: `main.js` serves; `main.js reset-administrator <user ID>` helps who is locked out. */
import { CannotStart } from './cannot-start.ts';
import { readConfig, ConfigError } from './config/config.ts';
import { findProjectFolders } from './config/project-folders.ts';
import { createLog } from './logging/log.ts';
import { openStore } from './open-store.ts';
import { runResetAdministrator } from './setup/run-reset-administrator.ts';
import { startServer } from './start-server.ts';

/** How long an orderly end may take before the process goes without it. */
const END_WITHIN_MS = 30_000;

try {
  const folders = findProjectFolders();
  const config = readConfig(process.env, folders.root);
  const log = createLog(config.logLevel);
  const [command, argument] = process.argv.slice(2);

  if (command === undefined) {
    const running = await startServer({ config, folders, log, openStore });
    process.stdout.write(`${running.greeting}\n`);
    endOnSignals(() => running.stop());
    void running.lost.then((reason) => end(1, reason));
  } else if (command === 'reset-administrator') {
    const { lines, done } = await runResetAdministrator(argument, { config, log, openStore });
    process.stdout.write(`${lines.join('\n')}\n`);
    process.exitCode = done ? 0 : 1;
  } else {
    end(1, `There is no command ${JSON.stringify(command)}. Known: reset-administrator <user ID>.`);
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
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    return `The port is in use: ${error.message}. Stop the other program, or set PORT to another one.`;
  }
  return `The server could not start. ${error.stack ?? error.message}`;
}
