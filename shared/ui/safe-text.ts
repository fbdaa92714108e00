/**
 * Makes text from outside (names, messages, file names) harmless to show: no characters that turn the reading order
 * around, none that are invisible, no towers of combining marks. Letters, line breaks, tabs and emoji stay.
 * It does not escape markup: Preact shows strings as text already.
 */
export function safeText(text: string): string {
  return text
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(LINE_BREAKS, '\n')
    .replace(CONTROL, '')
    .replace(DIRECTION, '')
    .replace(INVISIBLE, '')
    .replace(JOINER_RUN, keepJoinerWhereItShapes)
    .replace(MARK_TOWER, '$1');
}

/** As `safeText`, in one line and at most `maxLength` characters, the last one then being an ellipsis. */
export function safeName(name: string, maxLength = 120): string {
  const oneLine = safeText(name).replace(/\s+/gu, ' ').trim();
  const characters = [...oneLine];
  return characters.length <= maxLength ? oneLine : `${characters.slice(0, maxLength - 1).join('')}…`;
}

/** Cuts a safe one-line name in the middle, so that the end, a file's kind, stays readable. */
export function cutMiddle(name: string, maxLength: number): string {
  const characters = [...name];
  if (characters.length <= maxLength) return name;
  const tail = Math.floor((maxLength - 1) / 2);
  return `${characters.slice(0, maxLength - 1 - tail).join('')}…${characters.slice(characters.length - tail).join('')}`;
}

const LONE_SURROGATE = /\p{Cs}/gu;
const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029]/gu;
// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/gu;
/** Marks, embeddings, overrides and isolates: U+202E makes `gpj.exe` read as `exe.jpg`. */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** Zero-width, fillers that draw nothing, and tag characters, which can carry a hidden message. */
const INVISIBLE =
  /[\u00AD\u115F\u1160\u17B4\u17B5\u180E\u200B\u2060-\u2065\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]|\u034F/gu;
const JOINER_RUN = /(^|[^\u200C\u200D])([\u200C\u200D]+)/gu;
const MARK_TOWER = /(\p{M}{8})\p{M}+/gu;
/** Scripts whose letters change by a joiner, and the emoji that are built with one. */
const SHAPED_BY_JOINER =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}]/u;

function keepJoinerWhereItShapes(_run: string, before: string, joiners: string): string {
  return SHAPED_BY_JOINER.test(before) ? `${before}${joiners.slice(0, 1)}` : before;
}
