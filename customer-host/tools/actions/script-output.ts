/** What a script writes: passed on in pieces while it runs, bounded, and its end kept for the log. */
import { StringDecoder } from 'node:string_decoder';
import { LONGEST_OUTPUT_PIECE } from '../../../shared/contract/host-actions.ts';
import { endOf, plainText } from './plain-text.ts';

/** More than anybody reads; what comes after it is not passed on, and the rep is told. */
export const MOST_OUTPUT_CHARACTERS = 500_000;
/** So much of the end is kept for the log. */
const KEPT_CHARACTERS = 4000;
/** What comes within this time is passed on together. */
const TOGETHER_MS = 50;

export interface ScriptOutput {
  /** A decoder for one stream: bytes of a character may come in two pieces. */
  stream(): (bytes: Buffer) => void;
  /** Passes on what waits. Nothing is passed on afterwards. */
  finish(): void;
  /** The end of all that was written. */
  readonly end: string;
}

export function createScriptOutput(pass: (text: string) => void): ScriptOutput {
  let kept = '';
  let waiting = '';
  let passed = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const room = MOST_OUTPUT_CHARACTERS - passed;
    const text = plainText(waiting).slice(0, room);
    waiting = '';
    passed += text.length;
    for (let at = 0; at < text.length; at += LONGEST_OUTPUT_PIECE) pass(text.slice(at, at + LONGEST_OUTPUT_PIECE));
    if (room > 0 && passed >= MOST_OUTPUT_CHARACTERS) pass('\n[More was written than is shown here.]\n');
  }

  return {
    stream() {
      const decoder = new StringDecoder('utf8');
      return (bytes) => {
        if (isOver) return;
        const text = decoder.write(bytes);
        kept = (kept + text).slice(-2 * KEPT_CHARACTERS);
        if (passed >= MOST_OUTPUT_CHARACTERS) return;
        waiting += text;
        if (waiting.length >= LONGEST_OUTPUT_PIECE) flush();
        else timer ??= setTimeout(flush, TOGETHER_MS);
      };
    },
    finish() {
      if (isOver) return;
      flush();
      isOver = true;
    },
    get end() {
      return endOf(plainText(kept).trim(), KEPT_CHARACTERS);
    },
  };
}
