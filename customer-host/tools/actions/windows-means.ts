/** Special actions on Windows: all of them belong to the system. Pure. */
import type { ActionCommand, ActionMeans, AllMeans, Surroundings } from './action-means.ts';

export function windowsMeans({ program, mayRestart }: Surroundings): AllMeans {
  const run = (how: ActionCommand['how'], name: string, ...words: string[]): ActionMeans => {
    const command = program(name);
    return command === undefined ? { missing: 'No program for it is installed.' } : { command, words, how };
  };
  const page = (address: string) => run('opens', 'explorer.exe', address);
  const restart = (...words: string[]): ActionMeans =>
    mayRestart
      ? run('ends', 'shutdown.exe', ...words)
      : { missing: 'Whoever is signed in may not restart this computer.' };
  return {
    lock: run('ends', 'rundll32.exe', 'user32.dll,LockWorkStation'),
    'log-out': run('ends', 'shutdown.exe', '/l'),
    'task-manager': run('opens', 'taskmgr.exe'),
    settings: page('ms-settings:'),
    'network-settings': page('ms-settings:network'),
    'printer-settings': page('ms-settings:printers'),
    updates: page('ms-settings:windowsupdate'),
    terminal: run('opens', 'cmd.exe', '/c', 'start', 'cmd.exe'),
    'flush-names': run('ends', 'ipconfig.exe', '/flushdns'),
    restart: restart('/r', '/t', '0'),
    // /o: the menu of advanced start-up, from which safe mode is chosen.
    'restart-safe-mode': restart('/r', '/o', '/t', '0'),
  };
}
