import type { fileTextsEn } from './file-texts-en.ts';
import type { Translation } from './pick-texts.ts';

export const fileTextsDe: Translation<typeof fileTextsEn> = {
  attach: 'Datei senden',
  completed: 'Hochgeladen',
  waiting: 'Wartet',
  held: 'Keine Verbindung. Es geht von selbst weiter.',
  sending: (percent, seconds) =>
    seconds === null
      ? `${percent} %`
      : `${percent} %, ${seconds < 60 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`}`,
  stop: (name) => `${name} nicht senden`,
  putAway: (name) => `${name} weglegen`,
  open: (name) => `${name} herunterladen`,
  enlarge: (name) => `${name} größer zeigen`,
  download: 'Herunterladen',
  drop: 'Zum Senden hier ablegen',
  loading: 'Das Bild wird geholt',
  kinds: {
    picture: 'Bild',
    pdf: 'PDF',
    archive: 'Archiv',
    document: 'Dokument',
    film: 'Film',
    sound: 'Ton',
    other: 'Datei',
  },
};
