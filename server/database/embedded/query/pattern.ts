import type { BSONRegExp } from 'bson';

import { StoreError, notServed } from '../errors.ts';

/** A regular expression that runs in time linear in the text: only literals, `.`, character classes, `^` and `$`. */
export type SafePattern = { source: string; options: string; expression: RegExp; literalPrefix: string };

const maxPatternLength = 1000;
const needsEscape = /[\\^$.*+?()[\]{}|/]/;

/**
 * Reads a pattern and builds its own expression from the parts, so that no text of a user ever runs as a regular expression.
 * Repetition, alternatives, groups and references, which can take exponential time, are refused by name.
 */
export function safePattern(source: string, options: string): SafePattern {
  if (source.length > maxPatternLength)
    throw new StoreError('BadValue', `$regex pattern is longer than ${maxPatternLength} characters`);
  const unknownOption = /[^ims]/.exec(options)?.[0];
  if (unknownOption !== undefined) throw notServed(`$regex option '${unknownOption}'`);
  const { rebuilt, literalPrefix } = rebuild([...source], source);
  const expression = new RegExp(rebuilt, `u${[...new Set(options)].join('')}`);
  const isPlain = !options.includes('i') && !options.includes('m');
  return { source, options, expression, literalPrefix: isPlain ? literalPrefix : '' };
}

/** The safe pattern of a BSON regular expression. */
export function patternOf(value: BSONRegExp): SafePattern {
  return safePattern(value.pattern, value.options);
}

function rebuild(characters: string[], source: string): { rebuilt: string; literalPrefix: string } {
  let rebuilt = '';
  let literalPrefix = '';
  let isPrefix = characters[0] === '^';
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? '';
    let literal: string | undefined;
    if (character === '\\') {
      index += 1;
      const escape = escapeOf(characters, index, source);
      index += escape.extra;
      literal = escape.literal;
      if (literal === undefined) rebuilt += escape.rebuilt;
    } else if (character === '[') {
      const end = endOfClass(characters, index, source);
      rebuilt += classOf(characters.slice(index, end + 1));
      index = end;
    } else if (character === '^' || character === '$' || character === '.') rebuilt += character;
    else if (needsEscape.test(character)) throw notServed(`'${character}' in the $regex pattern /${source}/`);
    else literal = character;
    if (literal === undefined) isPrefix &&= index === 0;
    else {
      rebuilt += needsEscape.test(literal) ? `\\${literal}` : literal;
      if (isPrefix) literalPrefix += literal;
    }
  }
  return { rebuilt, literalPrefix };
}

function escapeOf(
  characters: string[],
  index: number,
  source: string,
): { literal?: string; rebuilt: string; extra: number } {
  const character = characters[index];
  if (character === undefined) throw new StoreError('BadValue', `$regex pattern ends in a backslash: /${source}/`);
  if (character === 'x') {
    const code = characters.slice(index + 1, index + 3).join('');
    if (!/^[\da-f]{2}$/i.test(code)) throw new StoreError('BadValue', `bad escape in the $regex pattern /${source}/`);
    return { literal: String.fromCharCode(Number.parseInt(code, 16)), rebuilt: '', extra: 2 };
  }
  if (/[dDwWsS]/.test(character)) return { rebuilt: `\\${character}`, extra: 0 };
  if (/[a-z0-9]/i.test(character)) throw notServed(`'\\${character}' in the $regex pattern /${source}/`);
  return { literal: character, rebuilt: '', extra: 0 };
}

function endOfClass(characters: string[], start: number, source: string): number {
  for (let index = start + 1; index < characters.length; index += 1) {
    if (characters[index] === '\\' || characters[index] === '[')
      throw notServed(`'${characters[index]}' in a class of the $regex pattern /${source}/`);
    if (characters[index] === ']' && index > start + 1) return index;
  }
  throw new StoreError('BadValue', `missing ] in the $regex pattern /${source}/`);
}

function classOf(characters: string[]): string {
  const inner = characters.slice(1, -1).join('');
  const range = /^\^?(?:[\p{L}\p{N}_ .,:;@#%&!-]+)$/u;
  if (!range.test(inner)) throw notServed(`the class [${inner}] in a $regex pattern`);
  try {
    return new RegExp(`[${inner}]`, 'u').source;
  } catch (cause) {
    throw new StoreError('BadValue', `bad class [${inner}] in a $regex pattern: ${String(cause)}`);
  }
}
