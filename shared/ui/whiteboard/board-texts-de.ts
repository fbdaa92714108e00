/** The whiteboard's own words in German. */
import type { BoardInk, BoardItemKind } from '../../contract/whiteboard.ts';
import type { Translation } from '../pick-texts.ts';
import type { boardTextsEn } from './board-texts-en.ts';

const inks: Record<BoardInk, string> = {
  black: 'Schwarz',
  red: 'Rot',
  orange: 'Orange',
  green: 'Grün',
  blue: 'Blau',
  grey: 'Grau',
};
const things: Record<BoardItemKind, string> = {
  stroke: 'Bleistiftstrich',
  line: 'Linie',
  rectangle: 'Rechteck',
  circle: 'Kreis',
  text: 'Text',
  picture: 'Bild',
};

export const boardTextsDe: Translation<typeof boardTextsEn> = {
  whiteboard: 'Zeichenblatt',
  toolbar: 'Zeichenwerkzeuge',
  tools: {
    select: 'Auswählen und verschieben',
    pencil: 'Bleistift',
    eraser: 'Radiergummi',
    text: 'Text',
    circle: 'Kreis',
    rectangle: 'Rechteck',
    line: 'Linie',
  },
  inks,
  pens: { 3: 'Dünn', 6: 'Mittel', 14: 'Dick' },
  ink: (ink) => `Linienfarbe: ${ink.toLowerCase()}`,
  pen: (pen) => `Linienstärke: ${pen.toLowerCase()}`,
  openPicture: 'Bild öffnen',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  large: 'Doppelt so groß',
  print: 'Drucken',
  save: 'Als PNG speichern',
  saveKept: (tab) => `Zeichenblatt „${tab}“ speichern`,
  copy: 'Als Bild kopieren',
  rename: 'Dieses Blatt umbenennen',
  window: 'In einem Fenster öffnen',
  close: 'Zeichenblatt schließen',
  more: 'Mehr',
  tabs: 'Blätter',
  addTab: 'Blatt hinzufügen',
  tabName: (number) => `Blatt ${number}`,
  nameOfTab: 'Name des Blatts',
  keepName: 'Umbenennen',
  cancel: 'Abbrechen',
  paper: (tab) => `Zeichenfläche von ${tab}`,
  paperKeys:
    'V wählt aus, P zeichnet, E radiert, T schreibt, C, R und L machen Kreis, Rechteck und Linie. 1 bis 6 wählen eine Farbe, [ und ] eine Stärke. Enter setzt die Form ab, Pfeile bewegen sie, Umschalt und Pfeile ändern die Größe, Entf löscht sie.',
  written: 'Text, der geschrieben wird',
  contents: (count) => (count === 1 ? 'Auf diesem Blatt ist 1 Ding' : `Auf diesem Blatt sind ${count} Dinge`),
  empty: 'Auf diesem Blatt ist noch nichts.',
  thing: (kind, words, ink, by) =>
    `${things[kind]}${words === '' ? '' : ` „${words}“`}${ink === '' ? '' : `, ${ink.toLowerCase()}`}, von ${by}`,
  loading: 'Das Zeichenblatt kommt.',
  away: 'Zurzeit keine Verbindung. Was Sie zeichnen, bleibt erhalten und wird gesendet, sobald sie wieder da ist.',
  refusals: {
    gone: 'Jemand anders hat es inzwischen gelöscht.',
    full: 'Dieses Blatt ist voll. Löschen Sie etwas, oder fügen Sie ein Blatt hinzu.',
    'too-many-tabs': 'Es gibt höchstens 12 Blätter.',
  },
  closed: 'Das Zeichenblatt ist geschlossen: Was Sie zuletzt gezeichnet haben, ging verloren.',
  copied: 'Kopiert. Fügen Sie es ein, wo Bilder hingehören.',
  notCopied: 'Dieser Browser lässt die Seite keine Bilder kopieren. Speichern Sie es als PNG.',
  noPicture: 'Nur Bilder im Format PNG, JPEG und WebP können geöffnet werden.',
  pictureTooLarge: 'Dieses Bild ist zu groß. Machen Sie es zuerst kleiner.',
  pictureBroken: 'Dieses Bild kann nicht gelesen werden. Vielleicht ist es beschädigt.',
  pictureMissing: 'Bild',
  fileName: (tab, number) => `Zeichenblatt ${number} ${tab}.png`,
};
