/**
 * A program on the customer's desktop that draws straight onto the root window: a patch, or scrolling text over the
 * whole screen, each time with the moment of drawing as a barcode. Every change is prepared in a pixmap and copied to
 * the screen in one request, so that no picture ever shows half of it. Told what to do over its parent's channel.
 */
import { barcode, stampNow } from './barcode.ts';
import { isDrawingOrder, type DrawingOrder } from './drawing-order.ts';
import { createTextLines } from './text-lines.ts';
import * as x from './xlib.ts';

const display = openDisplay();
const root = x.XDefaultRootWindow(display);
const width = x.XDisplayWidth(display, x.XDefaultScreen(display));
const height = x.XDisplayHeight(display, x.XDefaultScreen(display));
const gc = x.XCreateGC(display, root, 0, null);
x.XSetGraphicsExposures(display, gc, 0);
const page = x.XCreatePixmap(display, root, width, height, 24);

const white = 0xffffff;
const black = 0;
const lineHeight = 16;
const linesAtOnce = 2;
const patch = { x: 0, y: 0, width: 512, height: 80 };
const top = barcode.y + barcode.squarePixels;
/** The built-in font is 6 pixels wide. */
const nextLine = createTextLines(Math.floor(width / 6));

let drawn = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
fillPage();

process.on('message', (message) => {
  if (isDrawingOrder(message)) obey(message);
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });

function openDisplay(): bigint {
  const opened = x.XOpenDisplay(process.env['DISPLAY'] ?? null);
  if (opened === null) throw new Error('The display cannot be opened');
  return opened;
}

function obey(order: DrawingOrder): void {
  if (order.draw !== 'report') clearTimeout(timer);
  switch (order.draw) {
    case 'report':
      break;
    case 'still':
      x.XSync(display, 0);
      break;
    case 'patch':
    case 'scrolling': {
      const draw = order.draw === 'patch' ? drawPatch : scroll;
      repeat(draw, 1000 / order.perSecond);
      break;
    }
    default:
      order satisfies never;
  }
  process.send?.({ drawn });
}

/** Keeps to the beat also when a step was late, but never makes up for missed ones. */
function repeat(draw: () => void, everyMs: number): void {
  let next = performance.now();
  const step = () => {
    draw();
    next = Math.max(next + everyMs, performance.now());
    timer = setTimeout(step, next - performance.now());
  };
  step();
}

function drawPatch(): void {
  fill(white, patch.x, patch.y, patch.width, patch.height);
  for (let y = top; y + lineHeight <= patch.y + patch.height; y += lineHeight) {
    write(nextLine().slice(0, Math.floor(patch.width / 6)), y);
  }
  show(patch.width, patch.height);
}

function scroll(): void {
  const step = linesAtOnce * lineHeight;
  x.XCopyArea(display, page, page, gc, 0, top + step, width, height - top - step, 0, top);
  fill(white, 0, height - step, width, step);
  for (let line = 0; line < linesAtOnce; line += 1) write(nextLine(), height - step + line * lineHeight);
  show(width, height);
}

function fillPage(): void {
  fill(white, 0, 0, width, height);
  for (let y = top; y + lineHeight <= height; y += lineHeight) write(nextLine(), y);
  show(width, height);
}

/** Copies the top left part of the page to the screen, stamped with the moment. */
function show(shownWidth: number, shownHeight: number): void {
  const { bits, squarePixels } = barcode;
  const stamp = stampNow();
  for (let bit = 0; bit < bits; bit += 1) {
    const isSet = ((stamp >>> (bits - 1 - bit)) & 1) === 1;
    fill(isSet ? white : black, barcode.x + bit * squarePixels, barcode.y, squarePixels, squarePixels);
  }
  x.XCopyArea(display, page, root, gc, 0, 0, shownWidth, shownHeight, 0, 0);
  x.XFlush(display);
  drawn += 1;
}

function fill(colour: number, left: number, y: number, wide: number, tall: number): void {
  x.XSetForeground(display, gc, colour);
  x.XFillRectangle(display, page, gc, left, y, wide, tall);
}

function write(text: string, y: number): void {
  x.XSetForeground(display, gc, black);
  x.XDrawString(display, page, gc, 0, y + 12, text, text.length);
}
