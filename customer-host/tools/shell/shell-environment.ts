/**
 * What a command line on the customer's computer finds in its environment: what any of the user's own terminals would, and
 * nothing that the host was started with for itself. Pure.
 */

/** What a terminal of the user's own has from the system and the desktop. Everything else is left out, secrets among it. */
const kept: Readonly<Record<'posix' | 'windows', RegExp>> = {
  posix:
    /^(?:HOME|USER|LOGNAME|SHELL|PATH|LANG|LANGUAGE|LC_[A-Z]+|TZ|TMPDIR|DISPLAY|XAUTHORITY|WAYLAND_DISPLAY|DBUS_SESSION_BUS_ADDRESS|DESKTOP_SESSION|XDG_[A-Z_]+)$/,
  windows:
    /^(?:ALLUSERSPROFILE|APPDATA|COMMONPROGRAMFILES(?:\(X86\))?|COMMONPROGRAMW6432|COMPUTERNAME|COMSPEC|HOMEDRIVE|HOMEPATH|LOCALAPPDATA|LOGONSERVER|NUMBER_OF_PROCESSORS|OS|PATH|PATHEXT|PROCESSOR_[A-Z0-9]+|PROGRAMDATA|PROGRAMFILES(?:\(X86\))?|PROGRAMW6432|PSMODULEPATH|PUBLIC|SESSIONNAME|SYSTEMDRIVE|SYSTEMROOT|TEMP|TMP|USERDOMAIN|USERNAME|USERPROFILE|WINDIR)$/i,
};

/** Where a system looks for programs of everybody, when nothing is said. */
const ordinaryPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export interface ShellUser {
  readonly name: string;
  readonly home: string;
}

/** The variables of a new shell. */
export function shellEnvironment(
  platform: NodeJS.Platform,
  variables: Readonly<Record<string, string | undefined>>,
  user: ShellUser,
  shell: string,
): Record<string, string> {
  const pattern = kept[platform === 'win32' ? 'windows' : 'posix'];
  const own = Object.entries(variables).filter(
    (entry): entry is [string, string] => pattern.test(entry[0]) && entry[1] !== undefined,
  );
  if (platform === 'win32') return Object.fromEntries(own);
  return {
    PATH: ordinaryPath,
    LANG: 'C.UTF-8',
    ...Object.fromEntries(own),
    HOME: user.home,
    USER: user.name,
    LOGNAME: user.name,
    SHELL: shell,
    TERM: 'xterm-256color',
    COLORTERM: 'truecolor',
  };
}
