import type { DrawStep, Point } from '../drawing.ts';
import type { HostColour } from '../host-colours.ts';
import { hostColours } from '../host-colours.ts';
import type { XftText } from './xft-text.ts';
import type { Pointer } from './xlib-windows.ts';
import { loadLibrary } from './xlib-windows.ts';

const OVER = 3;
const STANDARD_A8 = 2;

/** Draws the steps of a picture into an X pixmap. */
export interface Canvas {
  draw(pixmap: number, steps: readonly DrawStep[]): void;
}

/** What a canvas needs of its connection; `scale` is real pixels for a design pixel. */
export interface CanvasParts {
  readonly display: Pointer;
  readonly visual: Pointer;
  readonly colormap: number;
  readonly fonts: XftText;
  readonly scale: number;
}

/** Opens libXft and libXrender for drawing with smooth edges. */
export function openCanvas({ display, visual, colormap, fonts, scale }: CanvasParts): Canvas {
  const native = loadDrawing();
  const smooth = native.findFormat(display, STANDARD_A8);
  const colours = new Map<string, Buffer>();

  return {
    draw(pixmap, steps) {
      const target = native.drawCreate(display, pixmap, visual, colormap);
      for (const step of steps) drawStep(target, step);
      native.drawDestroy(target);
    },
  };

  function drawStep(target: Pointer, step: DrawStep): void {
    switch (step.kind) {
      case 'fill': {
        const left = Math.round(step.x * scale);
        const top = Math.round(step.y * scale);
        const width = Math.max(1, Math.round((step.x + step.width) * scale) - left);
        const height = Math.max(1, Math.round((step.y + step.height) * scale) - top);
        const colour = colourOf(step.colour, step.opacity ?? 1);
        if ((step.opacity ?? 1) === 1) native.drawRect(target, colour, left, top, width, height);
        else fillShape(target, colour, corners(left, top, width, height));
        return;
      }
      case 'shape':
        fillShape(
          target,
          colourOf(step.colour, 1),
          step.points.map((point) => ({ x: point.x * scale, y: point.y * scale })),
        );
        return;
      case 'text': {
        let x = Math.round(step.x * scale);
        const y = Math.round(step.y * scale) + fonts.baseline(step.style, step.lineHeight * scale);
        for (const run of fonts.runs(step.text, step.style)) {
          native.drawText(target, colourOf(step.colour, 1), run.font, x, y, run.text, run.bytes);
          x += run.width;
        }
        return;
      }
      default:
        step satisfies never;
    }
  }

  function fillShape(target: Pointer, colour: Buffer, points: readonly Point[]): void {
    const numbers = Float64Array.from(points.flatMap((point) => [point.x, point.y]));
    const source = native.sourcePicture(target, colour);
    native.polygon(display, OVER, source, native.picture(target), smooth, 0, 0, 0, 0, numbers, points.length, 0);
  }

  /** An XftColor: the pixel, then 16 bits each of red, green, blue and opacity, the colours multiplied by it. */
  function colourOf(name: HostColour, opacity: number): Buffer {
    const key = `${name}/${opacity}`;
    const known = colours.get(key);
    if (known) return known;
    const rgb = hostColours[name];
    const part = (shift: number): number => Math.round(((rgb >> shift) & 0xff) * 0x101 * opacity);
    const wanted = { red: part(16), green: part(8), blue: part(0), alpha: Math.round(0xffff * opacity) };
    const value = Buffer.alloc(8);
    value.writeUInt16LE(wanted.red, 0);
    value.writeUInt16LE(wanted.green, 2);
    value.writeUInt16LE(wanted.blue, 4);
    value.writeUInt16LE(wanted.alpha, 6);
    const colour = Buffer.alloc(16);
    native.allocColour(display, visual, colormap, value, colour);
    colours.set(key, colour);
    return colour;
  }
}

function corners(left: number, top: number, width: number, height: number): Point[] {
  return [
    { x: left, y: top },
    { x: left + width, y: top },
    { x: left + width, y: top + height },
    { x: left, y: top + height },
  ];
}

interface DrawingFunctions {
  drawCreate(display: Pointer, drawable: number, visual: Pointer, colormap: number): Pointer;
  drawDestroy(draw: Pointer): void;
  drawRect(draw: Pointer, colour: Buffer, x: number, y: number, width: number, height: number): void;
  drawText(draw: Pointer, colour: Buffer, font: Pointer, x: number, y: number, text: string, bytes: number): void;
  allocColour(display: Pointer, visual: Pointer, colormap: number, value: Buffer, out: Buffer): number;
  picture(draw: Pointer): number;
  sourcePicture(draw: Pointer, colour: Buffer): number;
  findFormat(display: Pointer, format: number): Pointer;
  polygon(
    display: Pointer,
    operation: number,
    source: number,
    target: number,
    format: Pointer,
    sourceX: number,
    sourceY: number,
    targetX: number,
    targetY: number,
    points: Float64Array,
    count: number,
    winding: number,
  ): void;
}

function loadDrawing(): DrawingFunctions {
  const xft = loadLibrary('libXft.so.2');
  const render = loadLibrary('libXrender.so.1');
  return {
    drawCreate: xft.func('void *XftDrawCreate(void *, unsigned long, void *, unsigned long)'),
    drawDestroy: xft.func('void XftDrawDestroy(void *)'),
    drawRect: xft.func('void XftDrawRect(void *, void *, int, int, uint, uint)'),
    drawText: xft.func('void XftDrawStringUtf8(void *, void *, void *, int, int, const char *, int)'),
    allocColour: xft.func('int XftColorAllocValue(void *, void *, unsigned long, void *, void *)'),
    picture: xft.func('unsigned long XftDrawPicture(void *)'),
    sourcePicture: xft.func('unsigned long XftDrawSrcPicture(void *, void *)'),
    findFormat: render.func('void *XRenderFindStandardFormat(void *, int)'),
    polygon: render.func(
      'void XRenderCompositeDoublePoly(void *, int, unsigned long, unsigned long, void *, int, int, int, int, void *, int, int)',
    ),
  };
}
