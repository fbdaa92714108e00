/** The whiteboard's own words, the same for both sides. Names that come in have been made safe to show already. */
import type { BoardInk, BoardItemKind, BoardPen, BoardRefusal } from '../../contract/whiteboard.ts';
import type { BoardTool } from './shape-of.ts';

const tools: Record<BoardTool, string> = {
  select: 'Select and move',
  pencil: 'Pencil',
  eraser: 'Eraser',
  text: 'Text',
  circle: 'Circle',
  rectangle: 'Rectangle',
  line: 'Line',
};
const inks: Record<BoardInk, string> = {
  black: 'Black',
  red: 'Red',
  orange: 'Orange',
  green: 'Green',
  blue: 'Blue',
  grey: 'Grey',
};
const pens: Record<BoardPen, string> = { 3: 'Thin', 6: 'Medium', 14: 'Thick' };
const things: Record<BoardItemKind, string> = {
  stroke: 'Pencil stroke',
  line: 'Line',
  rectangle: 'Rectangle',
  circle: 'Circle',
  text: 'Text',
  picture: 'Picture',
};
const refusals: Record<BoardRefusal, string> = {
  gone: 'Somebody else has erased it meanwhile.',
  full: 'This tab is full. Erase something, or add another tab.',
  'too-many-tabs': 'A whiteboard has at most 12 tabs.',
};

export const boardTextsEn = {
  whiteboard: 'Whiteboard',
  toolbar: 'Drawing tools',
  tools,
  inks,
  pens,
  ink: (ink: string) => `Line color: ${ink.toLowerCase()}`,
  pen: (pen: string) => `Line width: ${pen.toLowerCase()}`,
  openPicture: 'Open image',
  undo: 'Undo',
  redo: 'Redo',
  large: 'Twice as large',
  print: 'Print',
  save: 'Save as PNG',
  saveKept: (tab: string) => `Save the whiteboard “${tab}”`,
  copy: 'Copy as picture',
  rename: 'Rename this tab',
  window: 'Open in a window',
  close: 'Close the whiteboard',
  more: 'More',
  tabs: 'Whiteboard tabs',
  addTab: 'Add a tab',
  tabName: (number: number) => `Board ${number}`,
  nameOfTab: 'Name of the tab',
  keepName: 'Rename',
  cancel: 'Cancel',
  paper: (tab: string) => `Drawing surface of ${tab}`,
  paperKeys:
    'V selects, P draws, E erases, T writes, C, R and L make a circle, a rectangle and a line. 1 to 6 choose a color, [ and ] a width. Enter puts the shape down, arrows move it, Shift and arrows change its size, Delete erases it.',
  written: 'Text to write',
  contents: (count: number) => (count === 1 ? '1 thing on this tab' : `${count} things on this tab`),
  empty: 'Nothing is on this tab yet.',
  thing: (kind: BoardItemKind, words: string, ink: string, by: string) =>
    `${things[kind]}${words === '' ? '' : ` “${words}”`}${ink === '' ? '' : `, ${ink.toLowerCase()}`}, by ${by}`,
  loading: 'The whiteboard is coming.',
  away: 'No connection at the moment. What you draw is kept and sent as soon as it is back.',
  refusals,
  closed: 'The whiteboard is closed: what you drew last was not kept.',
  copied: 'Copied. Paste it wherever pictures go.',
  notCopied: 'This browser does not let the page copy pictures. Save it as PNG instead.',
  noPicture: 'Only PNG, JPEG and WebP pictures can be opened.',
  pictureTooLarge: 'This picture is too large to open. Make it smaller first.',
  pictureBroken: 'This picture cannot be read. It may be damaged.',
  pictureMissing: 'Picture',
  fileName: (tab: string, number: number) => `Whiteboard ${number} ${tab}.png`,
} as const;
