/** What is pasted into a command line. Pure. */
import { LARGEST_PASTE_BYTES } from '../../../shared/contract/host-shell.ts';

export type Paste =
  | { readonly is: 'empty' | 'too-long' }
  /** One line, which waits for Enter. */
  | { readonly is: 'plain'; readonly text: string }
  /** With line breaks: what stands before one may run at once, so it is asked. */
  | { readonly is: 'lines'; readonly text: string; readonly lines: number };

// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What cannot be seen is left out: a page may have put orders for the terminal into what somebody copied from it. */
export function readPaste(pasted: string): Paste {
  const text = pasted.replaceAll(hidden, '').replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  if (text === '') return { is: 'empty' };
  if (new TextEncoder().encode(text).length > LARGEST_PASTE_BYTES) return { is: 'too-long' };
  if (!text.includes('\n')) return { is: 'plain', text };
  return { is: 'lines', text, lines: text.replace(/\n$/, '').split('\n').length };
}
