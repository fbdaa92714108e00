import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './x-display.ts';
import type { XDisplay } from './x-display.ts';
import { windowTree } from './window-tree.ts';

/** A real program that takes keys: what arrived in it is read back from a file. */
export type Terminal = {
  /** What the program has written so far. */
  read(): Promise<string>;
};

/** An xterm over the middle of the screen, in which `cat` writes each line that was typed into a file. */
export function startTypewriter(screen: XDisplay): Promise<Terminal> {
  return startTerminal(screen, (file) => ['xterm', ['-u8', '-geometry', '80x24+0+0', '-e', `cat > ${file}`]]);
}

/** A window over the top left of the screen that writes down the key and button events it gets, as xev words them. */
export function startKeyWitness(screen: XDisplay): Promise<Terminal> {
  const events = '-event keyboard -event button';
  return startTerminal(screen, (file) => ['sh', ['-c', `exec xev -geometry 600x400+0+0 ${events} > ${file}`]]);
}

async function startTerminal(screen: XDisplay, program: (file: string) => [string, string[]]): Promise<Terminal> {
  const file = join(await mkdtemp(join(tmpdir(), 'remotehelp-test-')), 'typed');
  const [command, args] = program(file);
  const windowsBefore = await countWindows(screen);
  screen.start(command, args, { LC_ALL: 'C.UTF-8' });
  const read = async (): Promise<string> => {
    try {
      return await readFile(file, 'utf8');
    } catch {
      // The program has not made its file yet.
      return '';
    }
  };
  await until('the program to show its window', async () => (await countWindows(screen)) > windowsBefore);
  return { read };
}

async function countWindows(screen: XDisplay): Promise<number> {
  const tree = await windowTree(screen);
  return tree.split('\n').filter((line) => /^ {5}0x/.test(line) && !line.includes(' 1x1+')).length;
}
