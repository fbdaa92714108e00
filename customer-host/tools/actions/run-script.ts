/** Runs one script on this computer: its file in a private folder, its whole group of processes ended with it. */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Script } from '../../../shared/contract/script.ts';
import type { ToolOutcome } from '../../../shared/contract/tool-use.ts';
import { openScratchFolder } from '../../package/scratch-folder.ts';
import { scriptCommand } from './script-command.ts';
import { createScriptOutput } from './script-output.ts';

/** How a run came out. `output` is the end of what it wrote. */
export interface ScriptEnd {
  readonly outcome: ToolOutcome;
  readonly exitCode: number | null;
  readonly output: string;
  /** One line for people; empty for none. */
  readonly problem: string;
}

export interface ScriptRun {
  /** Ends it: asks first, and two seconds later does not ask any more. */
  stop(): void;
  /** Ends it at this very moment, and says so before it returns. */
  kill(): void;
}

export interface ScriptPorts {
  readonly script: Pick<Script, 'interpreter' | 'text' | 'limitSeconds'>;
  /** The whole environment of the script. */
  readonly env: NodeJS.ProcessEnv;
  /** Where its folder is made. */
  readonly place: string;
  readonly onOutput: (text: string) => void;
  /** Called once, when all of it is over and its file is gone. */
  readonly onEnd: (end: ScriptEnd) => void;
}

const GRACE_MS = 2000;
/** Something that a script has left running may hold its output open: it is not waited for. */
const LAST_WORDS_MS = 300;

export function runScript({ script, env, place, onOutput, onEnd }: ScriptPorts): ScriptRun {
  const { file, content, command, words } = scriptCommand(script);
  const output = createScriptOutput(onOutput);
  const folder = openScratchFolder(place);
  let child: ChildProcess | undefined;
  let why: 'person' | 'time' | undefined;
  let isOver = false;
  const limit = setTimeout(() => {
    why ??= 'time';
    ask();
  }, script.limitSeconds * 1000);
  let grace: ReturnType<typeof setTimeout> | undefined;

  try {
    const path = join(folder.path, file);
    writeFileSync(path, content, { mode: 0o700, flag: 'wx' });
    child = spawn(command, [...words, path], {
      cwd: homedir(),
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout?.on('data', output.stream());
    child.stderr?.on('data', output.stream());
    child.once('error', (error) => end('failed', null, couldNot(command, error)));
    child.once('close', (code) => ended(code));
    child.once('exit', (code) => setTimeout(() => ended(code), LAST_WORDS_MS));
  } catch (error) {
    // Told after the caller has got the run that this is the end of.
    setImmediate(() => end('failed', null, couldNot(command, error)));
  }

  function ended(code: number | null): void {
    if (why === 'time') end('stopped', null, `Stopped after its time limit of ${script.limitSeconds} s.`);
    else if (why === 'person') end('stopped', null, '');
    else end(code === 0 ? 'done' : 'failed', code, '');
  }

  function end(outcome: ToolOutcome, exitCode: number | null, problem: string): void {
    if (isOver) return;
    isOver = true;
    clearTimeout(limit);
    // Whoever was asked to go and has left others behind: those go as well.
    if (why !== undefined) signalGroup(child, 'SIGKILL');
    clearTimeout(grace);
    output.finish();
    child?.stdout?.destroy();
    child?.stderr?.destroy();
    folder.remove();
    onEnd({ outcome, exitCode, output: output.end, problem });
  }

  function ask(): void {
    signalGroup(child, 'SIGTERM');
    grace ??= setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
  }

  return {
    stop() {
      if (isOver) return;
      why ??= 'person';
      ask();
    },
    kill() {
      why ??= 'person';
      end('stopped', null, '');
    },
  };
}

/** Everything that the script has started, as far as it did not leave the group by itself. */
function signalGroup(child: ChildProcess | undefined, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child?.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore', timeout: GRACE_MS });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // All of them have gone by themselves.
  }
}

function couldNot(command: string, error: unknown): string {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return isMissing ? `${command} is not installed on this computer.` : 'It could not be started on this computer.';
}
