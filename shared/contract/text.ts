import * as v from 'valibot';

// Control characters other than tab and line feed have no place in what people write to each other.
// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const controlCharacters = /[\u0000-\u0008\u000b-\u001f\u007f]/;

/* Half of a surrogate pair is no character: stores and sockets would each make something else of it. */
const wellFormed = (text: string) => text.replaceAll(/\p{Surrogate}/gu, '\ufffd');

/** One line that a person typed: trimmed, 1 to `maxLength` characters, no control characters. */
export function line(maxLength: number) {
  return v.pipe(
    v.string(),
    v.transform(wellFormed),
    v.trim(),
    v.minLength(1, 'must not be empty'),
    v.maxLength(maxLength, `must not be longer than ${maxLength} characters`),
    v.check((text) => !controlCharacters.test(text) && !/[\t\n]/.test(text), 'must be one line of plain text'),
  );
}

/** Like {@link line}, but it may be left empty. */
export function optionalLine(maxLength: number) {
  return v.union([v.literal(''), line(maxLength)]);
}

/** Several lines of plain text, at most `maxLength` characters; `\r\n` becomes `\n`. */
export function paragraph(maxLength: number) {
  return v.pipe(
    v.string(),
    v.transform((text) => wellFormed(text).replaceAll('\r\n', '\n').trim()),
    v.maxLength(maxLength, `must not be longer than ${maxLength} characters`),
    v.check((text) => !controlCharacters.test(text), 'must be plain text'),
  );
}

export const PersonName = line(80);
export const Email = v.pipe(line(254), v.regex(/^[^\s@<>"',;]+@[^\s@<>"',;]+$/, 'must be an e-mail address'));
export const OptionalEmail = v.union([v.literal(''), Email]);
export const Phone = v.pipe(line(40), v.regex(/^[+0-9][0-9 ()./-]*$/, 'must be a phone number'));
export const OptionalPhone = v.union([v.literal(''), Phone]);
/** A moment, in milliseconds since 1970 by the server's clock. */
export const Moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15));
export const ChatText = v.pipe(paragraph(4000), v.minLength(1, 'must not be empty'));
