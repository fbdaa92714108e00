/** What this program is to do, told by the words it was started with. Pure. */

/** Whoever speaks to the host through a browser, as the browser names it. */
export type Caller =
  { readonly browser: 'chrome'; readonly id: string } | { readonly browser: 'firefox'; readonly id: string };

export type Command = 'install' | 'uninstall' | 'status';

export type Mode =
  | { readonly at: 'session' }
  | { readonly at: 'command'; readonly command: Command; readonly forEverybody: boolean }
  | { readonly at: 'browser'; readonly caller: Caller };

const commands: readonly Command[] = ['install', 'uninstall', 'status'];

/**
 * A person types a command. Chrome gives the extension's origin (on Windows a window's number after it), Firefox the path
 * of the manifest and the extension's id. Anything else is a host that is to join its session, however it was started.
 */
export function chooseMode(words: readonly string[]): Mode {
  const [first = '', second] = words;
  const command = commands.find((one) => one === first);
  if (command !== undefined && words.slice(1).every((word) => word === '--everybody')) {
    return { at: 'command', command, forEverybody: words.length > 1 };
  }
  const chrome = /^chrome-extension:\/\/([a-p]{32})\/$/.exec(first)?.[1];
  if (chrome !== undefined) return { at: 'browser', caller: { browser: 'chrome', id: chrome } };
  if (/^(?:\/|[A-Za-z]:\\).*\.json$/.test(first) && second !== undefined) {
    return { at: 'browser', caller: { browser: 'firefox', id: second } };
  }
  return { at: 'session' };
}
