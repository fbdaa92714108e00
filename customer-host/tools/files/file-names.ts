/** Which names a file or folder may be given on this computer. Pure. */

const longestBytes = 255;
/** Names that Windows gives to devices, whatever ending follows. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;
const control = /\p{Cc}/u;
/** Marks of direction and letters that nobody sees: `\u202E` makes `gpj.exe` read as `exe.jpg`. */
const unseen = /[\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;

/** Why a name is refused, in a sentence; `undefined` for one that may be given. */
export function refusedName(name: string, platform: NodeJS.Platform): string | undefined {
  if (name === '') return 'A name is needed.';
  if (name === '.' || name === '..') return 'This stands for a folder itself and is no name.';
  if (name.includes('/') || name.includes('\\'))
    return 'A name cannot hold / or \\: these part folders from each other.';
  if (name.includes('\0')) return 'A name cannot hold the character that ends every text.';
  if (control.test(name)) return 'This name holds line breaks or other control characters.';
  if (/\p{Surrogate}/u.test(name)) return 'This name holds half a character.';
  if (unseen.test(name)) return 'This name holds invisible marks, which would make it read as another one.';
  const length = platform === 'win32' ? name.length : Buffer.byteLength(name);
  if (length > longestBytes) return 'This name is too long for a disk.';
  return platform === 'win32' ? refusedByWindows(name) : undefined;
}

function refusedByWindows(name: string): string | undefined {
  if (/[<>:"|?*]/u.test(name)) return 'Windows takes no < > : " | ? * in names.';
  if (/[. ]$/u.test(name)) return 'Windows cuts off dots and blanks at the end of a name.';
  if (device.test(name)) return 'This name belongs to a device of Windows.';
  return undefined;
}

/** The `nth` other name for a file whose name is in use: `report (2).pdf`. Cut where it would be too long. */
export function otherName(name: string, nth: number): string {
  const [ending = ''] = /(?<=.)\.[^.\s]{1,10}$/u.exec(name) ?? [];
  const mark = ` (${nth})`;
  const letters = [...name.slice(0, name.length - ending.length)];
  while (Buffer.byteLength(letters.join('') + mark + ending) > longestBytes) letters.pop();
  return letters.join('') + mark + ending;
}

/** Why a path is refused before the disk is asked; `undefined` for one that may be looked up. */
export function refusedPath(path: string, platform: NodeJS.Platform): string | undefined {
  if (path.includes('\0')) return 'A path cannot hold the character that ends every text.';
  return platform === 'win32' ? refusedWindowsPath(path) : refusedPosixPath(path);
}

const notWhole = 'This is no whole path of this computer.';

function refusedPosixPath(path: string): string | undefined {
  if (!path.startsWith('/')) return notWhole;
  if (path === '/') return undefined;
  return path.slice(1).split('/').some(leadsElsewhere) ? notWhole : undefined;
}

/** Only `C:\…`: no network places, no devices (`\\.\`), no second streams (`a.txt:b`). */
function refusedWindowsPath(path: string): string | undefined {
  if (path.startsWith('\\\\')) return 'Only drives of this computer can be opened: no devices and no network places.';
  if (!/^[a-z]:\\/iu.test(path)) return notWhole;
  const rest = path.slice(3);
  if (rest === '') return undefined;
  const parts = rest.split('\\');
  if (parts.some((part) => leadsElsewhere(part) || part.includes('/'))) return notWhole;
  return parts.map(refusedByWindows).find((text) => text !== undefined);
}

function leadsElsewhere(part: string): boolean {
  return part === '' || part === '.' || part === '..';
}
