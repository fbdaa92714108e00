/** Reads an address that somebody else wrote before anybody presses it. Pure. */

/** An address of the web, taken apart so that the host can be told from what only looks like one. */
export interface ReadAddress {
  /** What is opened: in ASCII, as the browser itself would write it. */
  readonly href: string;
  /** `https://` */
  readonly scheme: string;
  /** Host and port in ASCII. Letters of other scripts, which can look like ours, show as `xn--…`. */
  readonly host: string;
  /** Path, query and fragment; empty for the bare host. */
  readonly rest: string;
  /** The host has letters of other scripts. */
  readonly isSpelledOut: boolean;
}

const longest = 1000;
/** Invisible or unassigned characters, and those that turn the reading order around. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\s\\]/u;

/** `undefined` for anything but a plain http or https address: another scheme, a name or password before the host, too long. */
export function readAddress(text: string): ReadAddress | undefined {
  if (text.length > longest || unseen.test(text) || !/^https?:\/\//i.test(text) || !URL.canParse(text))
    return undefined;
  const { protocol, username, password, host, hostname, pathname, search, hash, href } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  if (username !== '' || password !== '' || hostname === '') return undefined;
  const path = pathname === '/' && search === '' && hash === '' ? '' : pathname;
  const isSpelledOut = hostname.split('.').some((label) => label.startsWith('xn--'));
  return { href, scheme: `${protocol}//`, host, rest: `${path}${search}${hash}`, isSpelledOut };
}
