/** What a picture of a page is called once it is a file. Pure. */
import { safeFileName } from '../../shared/contract/file-name.ts';

const endings: Readonly<Record<string, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/avif': '.avif',
  'image/bmp': '.bmp',
  'image/svg+xml': '.svg',
};
/** Endings that say the same of a picture as another one. */
const alike: Readonly<Record<string, string>> = { '.jpeg': '.jpg', '.jpe': '.jpg', '.jfif': '.jpg' };

/** The last part of its address, with the ending that fits what it is. */
export function pictureName(address: string, type: string): string {
  const { pathname } = new URL(address);
  const last = safeFileName(decoded(pathname.slice(pathname.lastIndexOf('/') + 1)) || 'picture');
  const ending = endings[type];
  const own = /\.[a-z0-9]{1,5}$/i.exec(last)?.[0] ?? '';
  const said = own.toLowerCase();
  if (ending === undefined || (alike[said] ?? said) === ending) return last;
  // An address may end in anything, such as the `.php` of the program that made the picture.
  return `${last.slice(0, last.length - own.length) || 'picture'}${ending}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A per cent sign that is none of an encoding stands for itself.
    return text;
  }
}
