/** What programs write, as text that can be shown and stored. Pure. */

// oxlint-disable-next-line no-control-regex -- escape sequences and control characters are what this is about
const escapes = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b[@-_]/g;
// oxlint-disable-next-line no-control-regex -- the same
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Surrogate}|\p{Bidi_Control}/gu;

/** Without colours, movements and other orders to a terminal; lines and tabs stay. */
export function plainText(written: string): string {
  return written.replaceAll('\r\n', '\n').replaceAll(escapes, '').replaceAll(controls, '');
}

/** The end of a text, whole lines as far as there are any: what a log keeps of it. */
export function endOf(text: string, characters: number): string {
  if (text.length <= characters) return text;
  const end = text.slice(-characters);
  const line = end.indexOf('\n');
  return (line === -1 || line === end.length - 1 ? end : end.slice(line + 1)).replace(/^[\uDC00-\uDFFF]/, '');
}
