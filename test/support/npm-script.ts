/** Scripts of package.json, run as an operator types them. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const projectRoot = resolve(import.meta.dirname, '../..');
const END_WITHIN_MS = 50_000;

export interface ScriptRun {
  readonly code: number | null;
  /** Standard output and standard error together. */
  readonly output: string;
}

/** Runs `npm run <script> -- <words>` from `startedIn` on a data folder, and resolves when it has ended. */
export async function runNpmScript(
  script: string,
  words: readonly string[],
  {
    dataFolder,
    startedIn = projectRoot,
    settings = {},
  }: {
    readonly dataFolder: string;
    readonly startedIn?: string;
    readonly settings?: Readonly<Record<string, string>>;
  },
): Promise<ScriptRun> {
  const child = spawn('npm', ['--prefix', projectRoot, 'run', script, '--', ...words], {
    cwd: startedIn,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: END_WITHIN_MS,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_FOLDER: dataFolder, ...settings },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((done) => child.once('close', (code) => done({ code, output })));
}
