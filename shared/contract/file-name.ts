/** What a file from outside may be called, and which names say that it is a program. Pure. */

/** UTF-16 units of the longest name; a file system takes 255 bytes. */
const mostLetters = 120;
const mostBytes = 200;

/** Names that Windows gives to devices, whatever ending follows. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/**
 * The name under which a file is shown and saved: its last part alone, without letters that steer (controls, marks of
 * direction, invisible ones), that Windows cuts off (dots and blanks at the end) or that mean something to a system. Never
 * empty, at most 200 bytes; what is too long is cut before its ending. It is for eyes: a file is stored under its id.
 */
export function safeFileName(raw: string): string {
  const visible = raw
    .normalize('NFC')
    .replaceAll(/\p{Surrogate}/gu, '')
    // Controls, marks of direction, zero-width letters and whatever has no form.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u{34F}\u{115F}\u{1160}\u{3164}\u{FFA0}]/gu, '');
  const last = visible.replace(/[/\\\s.]+$/u, '').replace(/^.*[/\\]/su, '');
  const plain = trimmed(last.replaceAll(/[:*?"<>|]/g, '_'));
  return shortened(device.test(plain) ? `_${plain}` : plain) || 'file';
}

function trimmed(name: string): string {
  return name.replaceAll(/^[\s.]+|[\s.]+$/gu, '').replaceAll(/\s+/gu, ' ');
}

function shortened(name: string): string {
  if (isShort(name)) return name;
  const [ending = ''] = /\.[^.\s]{1,10}$/u.exec(name) ?? [];
  const letters = [...name.slice(0, name.length - ending.length)];
  while (letters.length > 0 && !isShort(letters.join('') + ending)) letters.pop();
  return trimmed(letters.join('')) + ending;
}

function isShort(name: string): boolean {
  return name.length <= mostLetters && bytesOf(name) <= mostBytes;
}

/** Bytes in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4;
  }
  return bytes;
}

/** Endings that a double click starts, and that nobody has in the middle of an honest name. */
const programs = [
  ...['exe', 'msi', 'bat', 'sh', 'cmd'],
  ...['scr', 'pif', 'cpl', 'msp', 'mst', 'msc', 'msix', 'msixbundle', 'appx', 'appxbundle', 'appinstaller'],
  ...['ps1', 'psm1', 'psd1', 'vbs', 'vbe', 'js', 'jse', 'mjs', 'wsf', 'wsh', 'hta', 'jar', 'jnlp', 'lnk', 'scf', 'reg'],
  ...['dll', 'sys', 'ocx', 'elf', 'deb', 'rpm', 'apk', 'ipa', 'dmg', 'pkg', 'bash', 'zsh', 'ksh', 'csh', 'fish'],
];
/** The same, but words that also end addresses or names (`example.com.pdf`): they count only at the end. */
const programsAtEnd = [
  ...['com', 'app', 'run', 'url', 'command', 'desktop', 'workflow', 'action', 'gadget', 'application'],
  ...['py', 'pyw', 'pyz', 'rb', 'pl'],
];
const anywhere: ReadonlySet<string> = new Set(programs);
const atEnd: ReadonlySet<string> = new Set([...programs, ...programsAtEnd]);

/**
 * The ending for which a name is refused, such as `exe`; `undefined` for a name that may pass. Every ending counts, not
 * only the last one: `invoice.exe.pdf` is renamed back in a moment.
 */
export function refusedEnding(name: string): string | undefined {
  // Wide letters look and are often read like plain ones. After a colon Windows sees a stream of the same file.
  const last = name
    .normalize('NFKC')
    .replace(/^.*[/\\]/su, '')
    .replace(/:.*$/su, '');
  const parts = safeFileName(last)
    .toLowerCase()
    .split('.')
    .slice(1)
    .map((part) => part.trim());
  const ending = parts.at(-1) ?? '';
  return atEnd.has(ending) ? ending : parts.find((part) => anywhere.has(part));
}
