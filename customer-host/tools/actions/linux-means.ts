/** Special actions on Linux, by what the desktop has. Pure. */
import { firstInstalled } from './action-means.ts';
import type { ActionMeans, AllMeans, Surroundings } from './action-means.ts';

const noProgram = 'No program for it is installed.';

export function linuxMeans(around: Surroundings): AllMeans {
  const opening = (candidates: Parameters<typeof firstInstalled>[1]) =>
    firstInstalled(around, candidates, 'opens', noProgram);
  return {
    lock: lock(around),
    'log-out': logOut(around),
    'task-manager': opening([
      ['gnome-system-monitor'],
      ['plasma-systemmonitor'],
      ['ksysguard'],
      ['xfce4-taskmanager'],
      ['mate-system-monitor'],
      ['lxtask'],
      ['qps'],
    ]),
    settings: opening([
      ['gnome-control-center'],
      ['systemsettings'],
      ['systemsettings5'],
      ['xfce4-settings-manager'],
      ['cinnamon-settings'],
      ['mate-control-center'],
      ['lxqt-config'],
    ]),
    'network-settings': opening([
      ['nm-connection-editor'],
      ['gnome-control-center', 'network'],
      ['systemsettings', 'kcm_networkmanagement'],
    ]),
    'printer-settings': opening([
      ['system-config-printer'],
      ['gnome-control-center', 'printers'],
      ['systemsettings', 'kcm_printer_manager'],
    ]),
    updates: opening([
      ['update-manager'],
      ['mintupdate'],
      ['gnome-software', '--mode=updates'],
      ['plasma-discover', '--mode', 'update'],
      ['pamac-manager', '--updates'],
    ]),
    terminal: opening([
      ['x-terminal-emulator'],
      ['gnome-terminal'],
      ['konsole'],
      ['xfce4-terminal'],
      ['mate-terminal'],
      ['lxterminal'],
      ['xterm'],
    ]),
    'flush-names': flushNames(around),
    restart: restart(around),
    'restart-safe-mode': { missing: 'This system has no safe mode that could be started from here.' },
  };
}

function lock(around: Surroundings): ActionMeans {
  const desktops = firstInstalled(
    around,
    [
      ...own(around, 'XFCE', ['xflock4']),
      ...own(around, 'Cinnamon', ['cinnamon-screensaver-command', '--lock']),
      ...own(around, 'MATE', ['mate-screensaver-command', '--lock']),
      ...own(around, 'GNOME', ['gnome-screensaver-command', '--lock']),
      ...ofSession(around, 'lock-session'),
      ['xflock4'],
      ['light-locker-command', '--lock'],
      ['xscreensaver-command', '-lock'],
      ['xdg-screensaver', 'lock'],
    ],
    'ends',
    'Nothing that locks the screen is installed.',
  );
  return desktops;
}

function logOut(around: Surroundings): ActionMeans {
  return firstInstalled(
    around,
    [
      ...own(around, 'GNOME', ['gnome-session-quit', '--logout', '--no-prompt']),
      ...own(around, 'XFCE', ['xfce4-session-logout', '--logout']),
      ...own(around, 'MATE', ['mate-session-save', '--force-logout']),
      ...own(around, 'Cinnamon', ['cinnamon-session-quit', '--logout', '--no-prompt']),
      ...own(around, 'LXQt', ['lxqt-leave', '--logout']),
      ...ofSession(around, 'terminate-session'),
    ],
    'ends',
    'No session manager that can log out was found.',
  );
}

/** Who keeps names has to run, and has to take the order from whoever is signed in. */
function flushNames(around: Surroundings): ActionMeans {
  const missing = 'This computer keeps no names that could be flushed.';
  if (around.isThere('/run/systemd/resolve')) {
    return firstInstalled(
      around,
      [
        ['resolvectl', 'flush-caches'],
        ['systemd-resolve', '--flush-caches'],
      ],
      'ends',
      missing,
    );
  }
  if (!around.isThere('/run/nscd/socket') && !around.isThere('/var/run/nscd/socket')) return { missing };
  if (!around.isRoot) return { missing: 'The names are kept by nscd, which takes this from administrators only.' };
  return firstInstalled(around, [['nscd', '-i', 'hosts']], 'ends', missing);
}

function restart(around: Surroundings): ActionMeans {
  if (!around.mayRestart) return { missing: 'Whoever is signed in may not restart it without a password.' };
  const candidates: [string, ...string[]][] = around.isThere('/run/systemd/system') ? [['systemctl', 'reboot']] : [];
  return firstInstalled(around, [...candidates, ['shutdown', '-r', 'now']], 'ends', noProgram);
}

/** The desktop's own program, on that desktop. */
function own({ variables }: Surroundings, desktop: string, candidate: [string, ...string[]]): [string, ...string[]][] {
  const current = (variables['XDG_CURRENT_DESKTOP'] ?? '').toLowerCase().split(':');
  return current.some((name) => name.includes(desktop.toLowerCase())) ? [candidate] : [];
}

/** By systemd's keeper of sessions, where this is one of its sessions. */
function ofSession({ variables, isThere }: Surroundings, order: string): [string, ...string[]][] {
  const session = variables['XDG_SESSION_ID'] ?? '';
  return /^[A-Za-z0-9]+$/.test(session) && isThere('/run/systemd/seats') ? [['loginctl', order, session]] : [];
}
