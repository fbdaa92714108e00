/**
 * What a recorded command line said, as plain lines: the orders for the terminal are carried out where they change a line,
 * and left out otherwise. Made of the recording whenever it is read, so that the two can never differ. Pure.
 */
import * as v from 'valibot';

const Event = v.tuple([v.number(), v.picklist(['o', 'r']), v.string()]);

/** A line that never ends is broken here. */
const LONGEST_LINE = 10_000;

export interface ShellTranscript {
  /** Takes whole lines of an asciicast v2 file; its head and what is no event say nothing. */
  take(cast: string): void;
  /** All so far. */
  read(): string;
}

/** `fullScreen` stands in the place of what a program showed that had the whole screen, such as an editor. */
export function createShellTranscript(fullScreen: string): ShellTranscript {
  const said: string[] = [];
  let line: string[] = [];
  let column = 0;
  /** What has been read of an order for the terminal. */
  let order = '';
  let isFullScreen = false;

  function endLine(): void {
    said.push(line.join('').trimEnd());
    line = [];
    column = 0;
  }

  function put(letter: string): void {
    while (line.length < column) line.push(' ');
    line[column] = letter;
    column += 1;
    if (column >= LONGEST_LINE) endLine();
  }

  function control(letter: string): void {
    if (letter === '\n') endLine();
    else if (letter === '\r') column = 0;
    else if (letter === '\b') column = Math.max(0, column - 1);
    else if (letter === '\t') column = Math.min(LONGEST_LINE - 1, (Math.floor(column / 8) + 1) * 8);
  }

  /** CSI orders that change the line that is being written. */
  function carryOut(parameters: string, final: string): void {
    const count = Math.min(LONGEST_LINE, Math.max(1, Number.parseInt(parameters, 10) || 1));
    switch (final) {
      case 'C':
        column = Math.min(LONGEST_LINE - 1, column + count);
        break;
      case 'D':
        column = Math.max(0, column - count);
        break;
      case 'G':
        column = Math.min(LONGEST_LINE, count) - 1;
        break;
      case 'P':
        line.splice(column, count);
        break;
      case '@':
        if (column < line.length) line.splice(column, 0, ...Array.from({ length: count }, () => ' '));
        break;
      case 'K':
        erase(parameters);
        break;
      case 'h':
      case 'l':
        if (/^\?(?:47|1047|1049)$/.test(parameters)) turnFullScreen(final === 'h');
        break;
      default:
    }
  }

  function erase(parameters: string): void {
    if (parameters === '' || parameters === '0') line.length = Math.min(line.length, column);
    else if (parameters === '1') line.fill(' ', 0, column + 1);
    else line = [];
  }

  function turnFullScreen(on: boolean): void {
    if (on === isFullScreen) return;
    isFullScreen = on;
    if (!on) return;
    if (line.length > 0) endLine();
    said.push(fullScreen);
  }

  function letter(next: string): void {
    if (order !== '') {
      order += next;
      finishOrder();
    } else if (next === '\u001b') order = next;
    else if (isFullScreen) return;
    else if (next < ' ' || next === '\u007f') control(next);
    else put(next);
  }

  function finishOrder(): void {
    if (isUnfinished(order)) return;
    // oxlint-disable-next-line no-control-regex -- control characters are what this is about
    const csi = /^\u001b\[([\u0020-\u003f]*)([\u0040-\u007e])$/.exec(order);
    order = '';
    if (csi !== null && (!isFullScreen || csi[2] === 'l')) carryOut(csi[1] ?? '', csi[2] ?? '');
  }

  return {
    take(cast) {
      for (const text of eventsIn(cast)) for (const next of text) letter(next);
    },
    read: () => [...said, line.join('').trimEnd()].join('\n'),
  };
}

/** An order that has not come to its end yet; one that never ends is given up. */
function isUnfinished(order: string): boolean {
  if (order.length > LONGEST_LINE) return false;
  switch (order[1]) {
    case undefined:
      return true;
    case '[':
      return !/[\u0040-\u007e]$/.test(order.slice(2));
    case ']':
    case 'P':
    case 'X':
    case '^':
    case '_':
      return !order.endsWith('\u0007') && !order.endsWith('\u001b\\');
    case '(':
    case ')':
    case '*':
    case '+':
    case '#':
    case '%':
      return order.length < 3;
    default:
      return false;
  }
}

function* eventsIn(cast: string): Generator<string> {
  for (const text of cast.split('\n')) {
    const event = v.safeParse(Event, parsed(text));
    if (event.success && event.output[1] === 'o') yield event.output[2];
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // An empty line, or one that was damaged: it says nothing.
    return undefined;
  }
}
