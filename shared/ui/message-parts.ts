/** A message taken apart for drawing: words, code, and addresses that can be pressed. Pure; nothing of it is markup. */
import { readAddress } from './read-address.ts';

/** One part, in the order of the text. */
export type MessagePart =
  | { readonly is: 'words'; readonly text: string }
  /** Between single backticks. */
  | { readonly is: 'code'; readonly text: string }
  /** Between lines of three backticks. */
  | { readonly is: 'block'; readonly text: string }
  /** `text` is what is shown: the host always as the browser understands it. */
  | { readonly is: 'link'; readonly text: string; readonly href: string };

const fence = /(?:^|\n)```[^\n`]*\n([\s\S]*?)\n?```[ \t]*(?:\n|$)/g;
const inline = /`([^`\n]+)`/g;
/** An address runs to the next blank, quote or angle bracket; an e-mail address stays in ASCII. */
const pressable =
  /https?:\/\/[^\s<>"`“”«»]+|(?:mailto:)?[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}/giu;
/** What ends a sentence, and not an address. */
const endOfSentence = /[.,;:!?'’…、。，．！？：；]$/u;
const brackets: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '）': '（', '」': '「', '】': '【' };

/** The parts of a text that has been made safe to show. Put together again they say what was written. */
export function messageParts(text: string): MessagePart[] {
  return split(text, fence, ([, code = '']) => ({ is: 'block', text: code })).flatMap((part) =>
    part.is === 'words' ? withInlineCode(part.text) : [part],
  );
}

function withInlineCode(text: string): MessagePart[] {
  return split(text, inline, ([, code = '']) => ({ is: 'code', text: code })).flatMap((part) =>
    part.is === 'words' ? withLinks(part.text) : [part],
  );
}

function withLinks(text: string): MessagePart[] {
  const parts: MessagePart[] = [];
  let end = 0;
  for (const match of text.matchAll(pressable)) {
    // A letter right before it belongs to it: then it is not what it looks like.
    if (match.index < end || /[\p{L}\p{N}@:/]$/u.test(text.slice(0, match.index))) continue;
    const written = withoutPunctuation(match[0]);
    const link = linkOf(written);
    if (link === undefined) continue;
    if (match.index > end) parts.push({ is: 'words', text: text.slice(end, match.index) });
    parts.push(link);
    end = match.index + written.length;
  }
  if (end < text.length) parts.push({ is: 'words', text: text.slice(end) });
  return parts;
}

function linkOf(written: string): MessagePart | undefined {
  if (!/^https?:/i.test(written)) {
    return { is: 'link', text: written, href: `mailto:${written.replace(/^mailto:/i, '')}` };
  }
  const address = readAddress(written);
  if (address === undefined) return undefined;
  const { href, scheme, host, rest } = address;
  // What was written may dress another host up in letters that look alike; the rest stays as it was written.
  const shown = address.isSpelledOut ? `${scheme}${host}${rest}` : written;
  return { is: 'link', text: shown, href };
}

/** Without what belongs to the sentence around it: stops, and brackets that were opened before it. */
function withoutPunctuation(written: string): string {
  let kept = written;
  for (;;) {
    const last = kept.at(-1) ?? '';
    const opening = brackets[last];
    const isSurplus = opening !== undefined && count(kept, last) > count(kept, opening);
    if (!isSurplus && !endOfSentence.test(kept)) return kept;
    kept = kept.slice(0, -1);
  }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function split(text: string, by: RegExp, part: (match: RegExpExecArray) => MessagePart): MessagePart[] {
  const parts: MessagePart[] = [];
  let end = 0;
  for (const match of text.matchAll(by)) {
    if (match.index > end) parts.push({ is: 'words', text: text.slice(end, match.index) });
    parts.push(part(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ is: 'words', text: text.slice(end) });
  return parts;
}
