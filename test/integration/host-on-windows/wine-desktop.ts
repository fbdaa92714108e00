/** A Windows desktop for tests: Wine in a folder of its own, on an X display whose mouse and keyboard are a real hand to it. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startXDisplay, until } from '../customer-host-x11/x-display.ts';
import type { XDisplay } from '../customer-host-x11/x-display.ts';

/** Debian's `wine64` brings no command on the path; other systems have theirs there. */
const debian = '/usr/lib/wine';
const [wine, wineServer] = existsSync(debian)
  ? [join(debian, 'wine64'), join(debian, 'wineserver64')]
  : ['wine64', 'wineserver'];
const settingUpMs = 90_000;
const desktopName = 'RemoteHelp';

export interface WineDesktop {
  readonly screen: XDisplay;
  /** In pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** The user's folder of downloads, and that of temporary files, as paths of this machine. */
  readonly downloads: string;
  readonly temporary: string;
  /** A path of this machine as Windows names it. */
  windowsPath(path: string): string;
  /** Starts a program on the desktop; what it prints is in `output`, since Wine writes to no pipe. */
  start(program: string, args?: readonly string[]): WineProgram;
  /** The processes of this machine that are its programs with such a command line. */
  pidsOf(commandLine: RegExp): number[];
  /** Ends everything in it, and removes it. */
  stop(): Promise<void>;
}

export interface WineProgram {
  readonly process: ChildProcess;
  output(): string;
  /** Resolves with the exit code; rejects after `withinMs`. */
  ended(withinMs?: number): Promise<number | null>;
}

/** Sets up a new Windows and its desktop, which takes some ten seconds. */
export async function startWineDesktop(size = { width: 1280, height: 800 }): Promise<WineDesktop> {
  const screen = await startXDisplay(size);
  const folder = mkdtempSync(join(tmpdir(), 'rh-wine-'));
  // Wine leads a user's Downloads to the one of the Linux user.
  const home = join(folder, 'home');
  const downloads = join(home, 'Downloads');
  mkdirSync(downloads, { recursive: true });
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    LANG: 'C.UTF-8',
    DISPLAY: screen.display,
    WINEPREFIX: join(folder, 'windows'),
    WINEDEBUG: '-all',
    // Neither .NET nor the web browser is asked for, and the Linux desktop's menus are left alone.
    WINEDLLOVERRIDES: 'mscoree,mshtml=;winemenubuilder.exe=d',
  };
  let outputs = 0;
  const start = (program: string, args: readonly string[] = []): WineProgram => {
    const file = join(folder, `output-${(outputs += 1)}`);
    const descriptor = openSync(file, 'w');
    const child = spawn(wine, [program, ...args], { env, cwd: folder, stdio: ['ignore', descriptor, descriptor] });
    closeSync(descriptor);
    const isRunning = () => child.exitCode === null && child.signalCode === null;
    return {
      process: child,
      output: () => readFileSync(file, 'utf8'),
      async ended(withinMs = 15_000) {
        if (isRunning()) await once(child, 'exit', { signal: AbortSignal.timeout(withinMs) });
        return child.exitCode;
      },
    };
  };
  const wineRuns = async (program: string, ...args: string[]) => {
    const { ended, output } = start(program, args);
    const code = await ended(settingUpMs);
    if (code !== 0) throw new Error(`${program} ended with ${code}: ${output()}`);
  };
  const stop = async () => {
    const ending = spawn(wineServer, ['-k'], { env, stdio: 'ignore' });
    await once(ending, 'exit');
    await until('the end of Wine', () => processesIn(env.WINEPREFIX, /./).length === 0, 15_000);
    await screen.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    await wineRuns('wineboot', '-i');
    await wineRuns('winecfg', '-v', 'win10');
    const explorer = 'HKCU\\Software\\Wine\\Explorer';
    await wineRuns('reg', 'add', explorer, '/v', 'Desktop', '/d', desktopName, '/f');
    const desktopSize = `${size.width}x${size.height}`;
    await wineRuns('reg', 'add', `${explorer}\\Desktops`, '/v', desktopName, '/d', desktopSize, '/f');
    const users = join(env.WINEPREFIX, 'drive_c', 'users');
    const user = readdirSync(users).find((name) => name !== 'Public') ?? '';
    return {
      screen,
      size,
      downloads,
      temporary: join(users, user, 'Temp'),
      windowsPath: (path) =>
        path.startsWith(home)
          ? `C:\\users\\${user}${path.slice(home.length).replaceAll('/', '\\')}`
          : `Z:${path.replaceAll('/', '\\')}`,
      start,
      pidsOf: (commandLine) => processesIn(env.WINEPREFIX, commandLine),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Processes that have this prefix in their environment, by their command lines. */
function processesIn(prefix: string, commandLine: RegExp): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        if (!readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`WINEPREFIX=${prefix}`)) return false;
        return commandLine.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' '));
      } catch {
        // Gone meanwhile.
        return false;
      }
    })
    .map(Number);
}
