/** Does a special action: starts its command, without any shell between. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { homedir } from 'node:os';
import type { ToolOutcome } from '../../../shared/contract/tool-use.ts';
import type { ActionCommand } from './action-means.ts';
import { plainText } from './plain-text.ts';

export interface ActionResult {
  readonly outcome: ToolOutcome;
  /** One line for people; empty when it went well. */
  readonly problem: string;
}

/** What locks or flushes is done in a moment; what is not by then will not be. */
const WAIT_MS = 15_000;

export function doAction({ command, words, how }: ActionCommand, env: NodeJS.ProcessEnv): Promise<ActionResult> {
  return new Promise((resolve) => {
    const failed = (problem: string) => resolve({ outcome: 'failed', problem: firstLine(problem) });
    let child: ChildProcess;
    try {
      const output = how === 'opens' ? 'ignore' : 'pipe';
      child = spawn(command, words, { detached: true, cwd: homedir(), env, stdio: ['ignore', 'ignore', output] });
    } catch (error) {
      return failed(error instanceof Error ? error.message : '');
    }
    child.once('error', (error) => failed(error.message));
    if (how === 'opens') {
      child.once('spawn', () => {
        child.unref();
        resolve({ outcome: 'done', problem: '' });
      });
      return;
    }
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(0, 2000);
    });
    const tooLong = setTimeout(() => {
      child.kill('SIGKILL');
      failed('It did not come to an end.');
    }, WAIT_MS);
    child.once('exit', (code) => {
      clearTimeout(tooLong);
      if (code === 0) resolve({ outcome: 'done', problem: '' });
      else failed(said.trim() === '' ? `It ended with code ${code ?? 'none'}.` : said);
    });
  });
}

function firstLine(text: string): string {
  const [line = ''] = plainText(text).trim().split('\n');
  return line.replaceAll('\t', ' ').slice(0, 200);
}
