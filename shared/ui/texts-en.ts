import { callTextsEn } from './call/call-texts-en.ts';
import { fileTextsEn } from './file-texts-en.ts';

/** The few words that components say by themselves; every other word comes in through props. */
export const textsEn = {
  close: 'Close',
  optional: 'optional',
  cancel: 'Cancel',
  menu: 'Menu',
  more: 'More',
  newMessages: 'New messages',
  sent: 'Sent',
  read: 'Read',
  notYetSent: 'Not sent yet',
  notSent: 'Not sent',
  repsOnly: 'Reps only',
  send: 'Send',
  copyCode: 'Copy the code',
  codeCopied: 'Copied',
  home: 'Home',
  sessions: 'Sessions',
  sections: 'Sections',
  digitsEntered: (entered: number, of: number) => `${entered} of ${of} digits`,
  secondsLeft: (seconds: number) => `${seconds} seconds left`,
  times: (times: number) => `${times} times`,
  waiting: (count: number) => `${count} waiting`,
  unread: (count: number) => `${count} unread`,
  less: 'One less',
  oneMore: 'One more',
  /** At the end of a field. */
  limit: {
    full: (most: number) => `${count(most)} characters: no more fit.`,
    cut: (missing: number, most: number) =>
      `The end of what you pasted is missing, ${count(missing)} characters: no more than ${count(most)} fit.`,
    over: (length: number, most: number) =>
      `${count(length)} characters are too many: no more than ${count(most)} fit.`,
  },
  file: fileTextsEn,
  step: (step: number) => `Step ${step}`,
  call: callTextsEn,
};

/** What another language must provide. */
export type ComponentTexts = typeof textsEn;

const count = (characters: number) => characters.toLocaleString('en-US');

const ORDINAL_ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinalRules = new Intl.PluralRules('en', { type: 'ordinal' });

/** `second`, `third` … and `11th`, `21st` beyond ten, for "You are second in line". */
export const ordinalWordsEn = {
  upToTen: ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
  beyond: (place: number) => `${place}${ORDINAL_ENDINGS[ordinalRules.select(place)] ?? 'th'}`,
};
