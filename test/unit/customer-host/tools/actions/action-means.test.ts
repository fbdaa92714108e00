import assert from 'node:assert/strict';
import type { Surroundings } from '../../../../../customer-host/tools/actions/action-means.ts';
import { linuxMeans } from '../../../../../customer-host/tools/actions/linux-means.ts';
import { macosMeans } from '../../../../../customer-host/tools/actions/macos-means.ts';
import { windowsMeans } from '../../../../../customer-host/tools/actions/windows-means.ts';

/** A computer on which nothing is installed but what is named. */
function around({
  programs = [],
  there = [],
  ...changes
}: Partial<Surroundings> & { programs?: string[]; there?: string[] } = {}): Surroundings {
  return {
    variables: {},
    program: (name) => (programs.includes(name) ? `/usr/bin/${name}` : undefined),
    isThere: (path) => there.includes(path),
    isRoot: false,
    mayRestart: false,
    ...changes,
  };
}

const command = (name: string, ...words: string[]) => ({ command: `/usr/bin/${name}`, words });
type Means = ReturnType<typeof linuxMeans>['lock'];
const shortened = (means: Means) => ('missing' in means ? {} : { command: means.command, words: means.words });
const missing = (means: Means) => ('missing' in means ? means.missing : '');

describe('Special actions', () => {
  it('say of a Linux without a desktop what is missing, and offer nothing that would fail', () => {
    const means = linuxMeans(around());
    for (const [action, found] of Object.entries(means)) assert.ok('missing' in found && found.missing !== '', action);
  });

  it('lock and log out as the desktop does that runs, and else by the keeper of sessions', () => {
    const all = ['xflock4', 'xfce4-session-logout', 'gnome-session-quit', 'loginctl', 'xdg-screensaver'];
    const xfce = linuxMeans(around({ programs: all, variables: { XDG_CURRENT_DESKTOP: 'XFCE' } }));
    assert.deepEqual(shortened(xfce.lock), command('xflock4'));
    assert.deepEqual(shortened(xfce['log-out']), command('xfce4-session-logout', '--logout'));

    const kept = around({
      programs: all,
      there: ['/run/systemd/seats'],
      variables: { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME', XDG_SESSION_ID: 'c2' },
    });
    assert.deepEqual(shortened(linuxMeans(kept).lock), command('loginctl', 'lock-session', 'c2'));
    assert.deepEqual(shortened(linuxMeans(kept)['log-out']), command('gnome-session-quit', '--logout', '--no-prompt'));
    const odd = { ...kept, variables: { XDG_SESSION_ID: '2 --force' } };
    assert.match(missing(linuxMeans(odd)['log-out']), /No session manager/);
  });

  it('flush names only where something keeps them that takes the order', () => {
    const resolved = around({ programs: ['resolvectl'], there: ['/run/systemd/resolve'] });
    assert.deepEqual(shortened(linuxMeans(resolved)['flush-names']), command('resolvectl', 'flush-caches'));
    const installedOnly = around({ programs: ['resolvectl', 'nscd'] });
    assert.match(missing(linuxMeans(installedOnly)['flush-names']), /keeps no names/);
    const nscd = around({ programs: ['nscd'], there: ['/run/nscd/socket'] });
    assert.match(missing(linuxMeans(nscd)['flush-names']), /administrators only/);
    assert.deepEqual(shortened(linuxMeans({ ...nscd, isRoot: true })['flush-names']), command('nscd', '-i', 'hosts'));
  });

  it('restart only where that needs no password', () => {
    const programs = ['systemctl', 'shutdown'];
    assert.match(missing(linuxMeans(around({ programs })).restart), /without a password/);
    const allowed = around({ programs, mayRestart: true, there: ['/run/systemd/system'] });
    assert.deepEqual(shortened(linuxMeans(allowed).restart), command('systemctl', 'reboot'));
    assert.deepEqual(
      shortened(linuxMeans({ ...allowed, isThere: () => false }).restart),
      command('shutdown', '-r', 'now'),
    );
  });

  it('are Windows’ and macOS’ own there', () => {
    const programs = ['rundll32.exe', 'shutdown.exe', 'explorer.exe', 'taskmgr.exe', 'ipconfig.exe', 'cmd.exe'];
    const windows = windowsMeans(around({ programs, mayRestart: true }));
    assert.deepEqual(shortened(windows.lock), command('rundll32.exe', 'user32.dll,LockWorkStation'));
    assert.deepEqual(shortened(windows['restart-safe-mode']), command('shutdown.exe', '/r', '/o', '/t', '0'));
    assert.deepEqual(shortened(windows['printer-settings']), command('explorer.exe', 'ms-settings:printers'));
    assert.deepEqual(shortened(windows['flush-names']), command('ipconfig.exe', '/flushdns'));
    assert.match(missing(windowsMeans(around({ programs })).restart), /may not restart/);
    assert.match(missing(macosMeans(around())['restart-safe-mode']), /chosen by keys/);
  });
});
