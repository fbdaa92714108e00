import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';

/** Windows lets go of a program's files a moment after the program, so that it is tried more than once. */
const tries = 5000;

/**
 * Removes a file or folder once this process has ended, also when it was killed: on Windows, where a file that runs or is
 * loaded stays until then. What waits is the system's command interpreter; its input ends when this process does,
 * however that comes. The path comes to it by a variable, since in a command line signs in it would be read as orders; and
 * it starts nothing else, so that no window appears.
 */
export function removeAfterExit(path: string): void {
  const remove = statSync(path).isDirectory() ? 'rd /s /q' : 'del /f /q';
  const once = `if exist "%REMOTEHELP_LEFT%" ${remove} "%REMOTEHELP_LEFT%"`;
  const system = process.env['SystemRoot'] ?? 'C:\\Windows';
  const orders = `set /p ended= & for /l %i in (1,1,${tries}) do ${once}`;
  const janitor = spawn(join(system, 'System32', 'cmd.exe'), ['/d', '/q', '/c', orders], {
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
