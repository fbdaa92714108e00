import { spawn } from 'node:child_process';
import { join } from 'node:path';

/**
 * Waits for the end of its input, which is the end of this process however it comes, then removes until it is gone:
 * Windows lets go of a program's files a moment after the program. The path comes by a variable, since a command line
 * would read signs in it as its own. Nothing but the command interpreter itself is run, so that no window appears.
 */
const script =
  'set /p ended= & for /l %i in (1,1,100000) do ' +
  'if exist "%REMOTEHELP_LEFT%" (rd /s /q "%REMOTEHELP_LEFT%" & del /f /q "%REMOTEHELP_LEFT%") else exit';

/** Removes a file or folder once this process has ended, also when it was killed. Only on Windows, where nothing else can. */
export function removeAfterExit(path: string): void {
  const system = process.env['SystemRoot'] ?? 'C:\\Windows';
  const janitor = spawn(join(system, 'System32', 'cmd.exe'), ['/d', '/q', '/c', script], {
    cwd: system,
    env: { SystemRoot: system, REMOTEHELP_LEFT: path },
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    windowsHide: true,
    windowsVerbatimArguments: true,
  });
  // Without it the folder is swept by the next start.
  janitor.once('error', () => undefined);
  janitor.unref();
}
