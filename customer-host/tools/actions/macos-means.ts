/** Special actions on macOS. Pure. */
import type { ActionMeans, AllMeans, Surroundings } from './action-means.ts';

const settings = 'x-apple.systempreferences:';

export function macosMeans({ isRoot }: Surroundings): AllMeans {
  const open = (...words: string[]): ActionMeans => ({ command: '/usr/bin/open', words, how: 'opens' });
  const tell = (whom: string, what: string): ActionMeans => ({
    command: '/usr/bin/osascript',
    words: ['-e', `tell application "${whom}" to ${what}`],
    how: 'ends',
  });
  return {
    // The keys that the system itself locks by.
    lock: tell('System Events', 'keystroke "q" using {control down, command down}'),
    'log-out': tell('System Events', 'log out'),
    'task-manager': open('-a', 'Activity Monitor'),
    settings: open(settings),
    'network-settings': open(`${settings}com.apple.preference.network`),
    'printer-settings': open(`${settings}com.apple.preference.printfax`),
    updates: open(`${settings}com.apple.preferences.softwareupdate`),
    terminal: open('-a', 'Terminal'),
    'flush-names': isRoot
      ? { command: '/usr/bin/dscacheutil', words: ['-flushcache'], how: 'ends' }
      : { missing: 'The name cache takes this from administrators only.' },
    restart: tell('System Events', 'restart'),
    'restart-safe-mode': { missing: 'Safe mode is chosen by keys while this computer starts.' },
  };
}
