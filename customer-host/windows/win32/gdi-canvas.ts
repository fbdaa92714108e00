import {
  createCompatibleDc,
  createPicture,
  deleteDc,
  deleteObject,
  gdiFlush,
  selectObject,
} from '../../native/gdi32.ts';
import type { Pointer } from '../../native/load-library.ts';
import { viewMemory } from '../../native/read-memory.ts';
import type { DrawStep } from '../drawing.ts';
import { hostColours } from '../host-colours.ts';
import { HostWindowsError } from '../host-windows.ts';
import type { GdiText } from './gdi-text.ts';
import { fillBox, fillShape } from './paint-pixels.ts';
import type { PixelPicture } from './paint-pixels.ts';

/** The picture of one window, kept in memory. */
export interface GdiCanvas {
  /** The drawing context that the window copies it from. */
  readonly dc: Pointer;
  draw(steps: readonly DrawStep[]): void;
  /** Frees it; nothing may be drawn afterwards. */
  close(): void;
}

/** Sizes in real pixels; `scale` is real pixels for a design pixel. */
export function openGdiCanvas(
  like: Pointer,
  size: { width: number; height: number },
  scale: number,
  texts: GdiText,
): GdiCanvas {
  const made = createCompatibleDc(like);
  const found = made && createPicture(made, size.width, size.height);
  if (!made || !found) throw new HostWindowsError('Windows has too little memory for the windows of RemoteHelp.');
  const dc: Pointer = made;
  const { bitmap, pixels } = found;
  const before = selectObject(dc, bitmap);
  const picture: PixelPicture = {
    ...size,
    pixels: Buffer.from(viewMemory(pixels, size.width * size.height * 4)),
  };
  return {
    dc,
    draw(steps) {
      for (const step of steps) drawStep(step);
      gdiFlush();
    },
    close() {
      if (before) selectObject(dc, before);
      deleteDc(dc);
      deleteObject(bitmap);
    },
  };

  function drawStep(step: DrawStep): void {
    const colour = hostColours[step.colour];
    switch (step.kind) {
      case 'fill': {
        const left = Math.round(step.x * scale);
        const top = Math.round(step.y * scale);
        const width = Math.max(1, Math.round((step.x + step.width) * scale) - left);
        const height = Math.max(1, Math.round((step.y + step.height) * scale) - top);
        return fillBox(picture, { left, top, width, height }, colour, step.opacity);
      }
      case 'shape': {
        const points = step.points.map(({ x, y }) => ({ x: x * scale, y: y * scale }));
        return fillShape(picture, points, colour);
      }
      case 'text': {
        const at = { x: Math.round(step.x * scale), y: step.y * scale, lineHeight: step.lineHeight * scale };
        texts.draw(dc, step.text, step.style, at, colour);
        // Windows may put drawing off; what is painted next must not come before it.
        return void gdiFlush();
      }
      default:
        step satisfies never;
    }
  }
}
