import type { Box, DrawStep, MeasureText } from './drawing.ts';
import { frame } from './drawing.ts';
import type { HostColour } from './host-colours.ts';
import type { ConsentQuestion, NoticeView, RowIcon } from './host-windows.ts';
import { icon } from './icons.ts';
import type { Paragraph } from './text-layout.ts';
import { paragraph, wrap } from './text-layout.ts';
import type { Words } from './words.ts';

/** A dialog worked out to the pixel; `buttons` from left to right. */
export interface DialogLayout {
  readonly width: number;
  readonly height: number;
  readonly ground: readonly DrawStep[];
  readonly buttons: readonly DialogButton[];
}

/** A button and what it answers. */
export interface DialogButton extends Box {
  readonly id: string;
  readonly label: string;
  /** Filled with plum: a yes to being seen or controlled, and nothing else. */
  readonly isConsent: boolean;
}

const WIDTH = 472;
const EDGE = 1;
const BAND = 7;
const LEFT = 25;
const INNER = WIDTH - 2 * LEFT;
const ICON_ROOM = 30;
const BUTTON_HEIGHT = 50;

const title: Paragraph = { size: 20, lineHeight: 28, colour: 'text', strong: true };
const soft: Paragraph = { size: 14, lineHeight: 20, colour: 'textSoft' };
const body: Paragraph = { size: 14, lineHeight: 20, colour: 'text' };
const warning: Paragraph = { size: 14, lineHeight: 20, colour: 'waitText' };
const label: Paragraph = { size: 14, lineHeight: 20, colour: 'text', strong: true };

/** The consent dialog: who and what as a question, the scope, what stops it, what it is not, the warning, No and Yes. */
export function layoutConsent(question: ConsentQuestion, measure: MeasureText): DialogLayout {
  const page = new Page('live', measure);
  page.space(18);
  page.text(question.question, title);
  page.space(4);
  for (const line of question.lines) page.text(line, soft);
  page.space(14);
  for (const row of question.rows) page.row(row.icon, row.text);
  page.space(8);
  page.note(question.warning);
  page.space(16);
  return page.end([
    { id: 'no', label: question.noLabel, isConsent: false },
    { id: 'yes', label: question.yesLabel, isConsent: true },
  ]);
}

/** A notice: a title, a text, and at most three buttons. Not plum: nobody is let in by it. */
export function layoutNotice(view: NoticeView, measure: MeasureText): DialogLayout {
  const page = new Page('accent', measure);
  page.space(18);
  page.text(view.title, title);
  page.space(4);
  page.text(view.text, soft);
  page.space(22);
  return page.end((view.buttons ?? []).map((button) => ({ ...button, isConsent: false })));
}

/** The steps that draw the whole dialog with the focus on one of its buttons. */
export function drawDialog(layout: DialogLayout, focused: string | undefined, measure: MeasureText): DrawStep[] {
  return [...layout.ground, ...layout.buttons.flatMap((button) => drawButton(button, button.id === focused, measure))];
}

function drawButton(button: DialogButton, isFocused: boolean, measure: MeasureText): DrawStep[] {
  const style: Paragraph = { ...label, colour: button.isConsent ? 'onLive' : 'text' };
  const lines = wrap(button.label, button.width - 24, style, measure).slice(0, 2);
  const top = button.y + (button.height - lines.length * style.lineHeight) / 2;
  const ring = { x: button.x + 5, y: button.y + 5, width: button.width - 10, height: button.height - 10 };
  const edge = frame(ring, 1, 'lineMid');
  return [
    { ...boxOf(button), kind: 'fill', colour: button.isConsent ? 'live' : 'surface' },
    ...(isFocused ? frame(ring, 2, button.isConsent ? 'onLive' : 'focus') : button.isConsent ? [] : edge),
    ...lines.flatMap((runs, row) => {
      const width = runs.reduce((sum, run) => sum + measure(run.text, { size: style.size, strong: run.strong }), 0);
      const at = { x: button.x + (button.width - width) / 2, y: top + row * style.lineHeight };
      return paragraph([runs], at, style, measure);
    }),
  ];
}

function boxOf({ x, y, width, height }: Box): Box {
  return { x, y, width, height };
}

/** Fills a dialog from top to bottom. */
class Page {
  readonly #measure: MeasureText;
  readonly #steps: DrawStep[] = [];
  readonly #edge: HostColour;
  #y = BAND;

  constructor(edge: HostColour, measure: MeasureText) {
    this.#edge = edge;
    this.#measure = measure;
  }

  space(pixels: number): void {
    this.#y += pixels;
  }

  text(words: Words, style: Paragraph, x = LEFT, width = INNER): void {
    const lines = wrap(words, width, style, this.#measure);
    this.#steps.push(...paragraph(lines, { x, y: this.#y }, style, this.#measure));
    this.#y += lines.length * style.lineHeight;
  }

  row(name: RowIcon, words: Words): void {
    this.#steps.push({ kind: 'fill', colour: 'line', x: LEFT, y: this.#y, width: INNER, height: 1 });
    const grants = name === 'pointer' || name === 'keyboard' || name === 'eye';
    this.#y += 8;
    this.#steps.push(...icon(name, { x: LEFT + 2, y: this.#y + 2 }, grants ? 'live' : 'textSoft', 'surface'));
    this.text(words, body, LEFT + ICON_ROOM, INNER - ICON_ROOM);
    this.#y += 7;
  }

  note(words: Words): void {
    const lines = wrap(words, INNER - 24, warning, this.#measure);
    const height = lines.length * warning.lineHeight + 18;
    this.#steps.push({ kind: 'fill', colour: 'waitSoft', x: LEFT, y: this.#y, width: INNER, height });
    this.#steps.push(...paragraph(lines, { x: LEFT + 12, y: this.#y + 9 }, warning, this.#measure));
    this.#y += height;
  }

  end(labels: readonly { id: string; label: string; isConsent: boolean }[]): DialogLayout {
    const hasButtons = labels.length > 0;
    const lineY = this.#y;
    const top = lineY + EDGE;
    const height = hasButtons ? top + BUTTON_HEIGHT + EDGE : lineY + EDGE;
    const share = (WIDTH - 2 * EDGE) / Math.max(1, labels.length);
    const line: DrawStep = { kind: 'fill', colour: 'lineMid', x: EDGE, y: lineY, width: WIDTH - 2 * EDGE, height: 1 };
    return {
      width: WIDTH,
      height,
      ground: [
        { kind: 'fill', colour: 'surface', x: 0, y: 0, width: WIDTH, height },
        ...this.#steps,
        ...(hasButtons ? [line] : []),
        ...frame({ x: 0, y: 0, width: WIDTH, height }, EDGE, this.#edge),
        { kind: 'fill', colour: this.#edge, x: 0, y: 0, width: WIDTH, height: BAND },
      ],
      buttons: labels.map((each, index) => {
        const x = EDGE + Math.round(share * index);
        return { ...each, x, y: top, width: EDGE + Math.round(share * (index + 1)) - x, height: BUTTON_HEIGHT };
      }),
    };
  }
}
