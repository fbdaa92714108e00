import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CannotStart } from '../server/cannot-start.ts';
import { ENV_FILE_VARIABLE } from '../server/config/env-file.ts';
import { settingsSchema } from '../server/config/config.ts';

export interface DemoServer {
  /** Such as `http://localhost:8430`. */
  readonly origin: string;
  /** Resolves when it has ended. */
  stop(): Promise<void>;
}

/** The server as it is, for this computer only, with none of the settings that an organisation on this computer has. */
export async function startDemoServer(parts: { root: string; folder: string; port: string }): Promise<DemoServer> {
  const none = Object.fromEntries(Object.keys(settingsSchema.entries).map((name) => [name, '']));
  const own = { [ENV_FILE_VARIABLE]: '', DATA_FOLDER: parts.folder, PORT: parts.port, LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, [join(parts.root, 'dist/server/main.js')], {
    cwd: parts.root,
    env: { ...process.env, ...none, ...own },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const origin = new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const [, found] = /Request page\s+(http\S+)\/$/.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new CannotStart('The demo’s server did not start; the lines above say why.')));
  });
  return {
    origin: await origin,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
