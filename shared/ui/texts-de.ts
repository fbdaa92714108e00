import { callTextsDe } from './call/call-texts-de.ts';
import { fileTextsDe } from './file-texts-de.ts';
import type { OrdinalWords } from './format-time.ts';
import type { Translation } from './pick-texts.ts';
import type { ComponentTexts } from './texts-en.ts';

const count = (characters: number) => characters.toLocaleString('de-DE');

/** The components' own words in German. */
export const textsDe: Translation<ComponentTexts> = {
  close: 'Schließen',
  optional: 'freiwillig',
  cancel: 'Abbrechen',
  menu: 'Menü',
  more: 'Mehr',
  newMessages: 'Neue Nachrichten',
  sent: 'Gesendet',
  read: 'Gelesen',
  notYetSent: 'Noch nicht gesendet',
  notSent: 'Nicht gesendet',
  repsOnly: 'Nur intern',
  send: 'Senden',
  copyCode: 'Code kopieren',
  codeCopied: 'Kopiert',
  home: 'Start',
  sessions: 'Sitzungen',
  sections: 'Bereiche',
  digitsEntered: (entered, of) => `${entered} von ${of} Ziffern`,
  secondsLeft: (seconds) => `noch ${seconds} Sekunden`,
  times: (times) => `${times}-mal`,
  waiting: (count) => `${count} warten`,
  unread: (count) => `${count} ungelesen`,
  less: 'Eins weniger',
  oneMore: 'Eins mehr',
  limit: {
    full: (most) => `${count(most)} Zeichen: Mehr passt nicht hinein.`,
    cut: (missing, most) =>
      `Vom Eingefügten fehlt das Ende, ${count(missing)} Zeichen: Mehr als ${count(most)} passen nicht hinein.`,
    over: (length, most) => `${count(length)} Zeichen sind zu viele: Mehr als ${count(most)} passen nicht hinein.`,
  },
  file: fileTextsDe,
  step: (step) => `Schritt ${step}`,
  call: callTextsDe,
};

/** For “Sie sind an zweiter Stelle”. */
export const ordinalWordsDe: OrdinalWords = {
  upToTen: [
    'erster',
    'zweiter',
    'dritter',
    'vierter',
    'fünfter',
    'sechster',
    'siebter',
    'achter',
    'neunter',
    'zehnter',
  ],
  beyond: (place) => `${place}.`,
};
