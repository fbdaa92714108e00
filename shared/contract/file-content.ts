/** What a file is by its bytes, whatever it is called. Pure but for reading. */

/** What a bubble shows: by content where the first bytes tell, else by nothing. */
export type ContentKind = 'picture' | 'pdf' | 'archive' | 'document' | 'film' | 'sound' | 'other';

/** Gives `length` bytes from `offset` on, or fewer at the end of the file. */
export type ReadBytes = (offset: number, length: number) => Promise<Uint8Array>;

/** Why a file is refused: what it is, in words. */
export interface Refusal {
  readonly refused: 'a program' | 'an installer' | 'a script' | 'a shortcut';
}

/** So much of the beginning is looked at. */
const headBytes = 1024;

/** Every program is one of these at its first byte. Java classes and universal Mac programs share theirs. */
const beginnings: readonly { readonly hex: string; readonly refused: Refusal['refused'] }[] = [
  { hex: '7f454c46', refused: 'a program' },
  { hex: 'feedface', refused: 'a program' },
  { hex: 'feedfacf', refused: 'a program' },
  { hex: 'cefaedfe', refused: 'a program' },
  { hex: 'cffaedfe', refused: 'a program' },
  { hex: 'cafebabe', refused: 'a program' },
  { hex: '4c0000000114020000000000c000000000000046', refused: 'a shortcut' },
  { hex: '213c617263683e0a64656269616e', refused: 'an installer' },
  { hex: 'edabeedb', refused: 'an installer' },
];

/** Office documents of old and Windows installers are both of this form, and differ only in who may open them. */
const compound = 'd0cf11e0a1b11ae1';
/** {000C1084…}, {000C1086…} and {000C1082…}: installer, patch and transform, as a root entry has them. */
const installer = /^8[246]100c0000000000c000000000000046$/;

const kinds: readonly { readonly at: number; readonly hex: string; readonly kind: ContentKind }[] = [
  { at: 0, hex: '89504e470d0a1a0a', kind: 'picture' },
  { at: 0, hex: 'ffd8ff', kind: 'picture' },
  { at: 8, hex: '57454250', kind: 'picture' },
  { at: 0, hex: '47494638', kind: 'picture' },
  { at: 0, hex: '25504446', kind: 'pdf' },
  { at: 0, hex: '504b0304', kind: 'archive' },
  { at: 0, hex: '1f8b', kind: 'archive' },
  { at: 0, hex: '377abcaf271c', kind: 'archive' },
  { at: 0, hex: '526172211a07', kind: 'archive' },
  { at: 0, hex: compound, kind: 'document' },
  // Of one family: what phones photograph with, what they record with, and films.
  { at: 4, hex: '6674797068656963', kind: 'picture' },
  { at: 4, hex: '6674797068656978', kind: 'picture' },
  { at: 4, hex: '667479706d696631', kind: 'picture' },
  { at: 4, hex: '6674797061766966', kind: 'picture' },
  { at: 4, hex: '667479704d344120', kind: 'sound' },
  { at: 4, hex: '66747970', kind: 'film' },
  { at: 0, hex: '1a45dfa3', kind: 'film' },
  { at: 0, hex: '494433', kind: 'sound' },
  { at: 0, hex: '4f676753', kind: 'sound' },
  { at: 8, hex: '57415645', kind: 'sound' },
];

/**
 * Looks at a whole file. Programs, installers, scripts that say so and shortcuts are refused under every name; archives
 * pass, for nobody opens them here.
 */
export async function inspectContent(
  read: ReadBytes,
  bytes: number,
): Promise<Refusal | { readonly kind: ContentKind }> {
  const head = await read(0, Math.min(bytes, headBytes));
  const hex = hexOf(head);
  const known = beginnings.find((each) => hex.startsWith(each.hex));
  if (known !== undefined) return { refused: known.refused };
  if (hex.startsWith('4d5a') && !isText(head)) return { refused: 'a program' };
  if (hex.startsWith(compound) && (await isInstaller(head, read))) return { refused: 'an installer' };
  if (isScript(textOf(head))) return { refused: 'a script' };
  const found = kinds.find(({ at, hex: part }) => hex.startsWith(part, at * 2));
  return { kind: found?.kind ?? 'other' };
}

/** Where the root of a compound file stands is said in its head: the directory's first sector, and how large sectors are. */
async function isInstaller(head: Uint8Array, read: ReadBytes): Promise<boolean> {
  if (head.length < 512) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const sectorBytes = 2 ** Math.min(view.getUint16(30, true), 16);
  const root = (view.getUint32(48, true) + 1) * sectorBytes;
  return installer.test(hexOf(await read(root + 80, 16)));
}

/* A script is what a system would start: it names its interpreter, or speaks to the command line of Windows at once. */
function isScript(text: string): boolean {
  const beginning = text.replace(/^\uFEFF/u, '').trimStart();
  return (
    beginning.startsWith('#!') ||
    /^(?:@|(?:::|rem\s)[^\n]*\n\s*@?)?(?:echo\s+off|setlocal\b)/i.test(beginning) ||
    /^@(?:echo|chcp|title|cd|start|call|if|set|rem|powershell|cmd)\b/i.test(beginning)
  );
}

function isText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/* Two letters to a byte where the file says so, else one: only what is plain is looked for. */
function textOf(bytes: Uint8Array): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const plain = isWide ? bytes.subarray(2).filter((_byte, index) => index % 2 === 0) : withoutMark(bytes);
  return String.fromCharCode(...plain);
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
