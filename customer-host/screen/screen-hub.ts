/** One capture for several viewers: whoever grabs, everybody learns what changed. */
import type { Rectangle } from '../capture/rectangle.ts';
import type { ScreenCapture } from '../capture/screen-capture.ts';
import type { ScreenSource } from './screen-sender.ts';

export interface ScreenHub {
  /** A source for one viewer, of the screen's present size. It sees everything as damaged at first. */
  sourceForViewer(): ScreenSource;
}

/** More rectangles than this are one: the whole screen. */
const MAX_RECTANGLES = 256;

export function createScreenHub(capture: ScreenCapture): ScreenHub {
  const pending = new Set<{ rectangles: Rectangle[]; told: boolean }>();
  return {
    sourceForViewer() {
      const { width, height } = capture.layout;
      const whole = { x: 0, y: 0, width, height };
      const mine = { rectangles: [whole], told: false };
      return {
        width,
        height,
        onDamage(listener) {
          pending.add(mine);
          const unwatch = capture.onDamage(() => {
            mine.told = true;
            listener();
          });
          return () => {
            pending.delete(mine);
            unwatch();
          };
        },
        grab() {
          mine.told = false;
          const frame = capture.grab();
          if (!frame || frame.width !== width || frame.height !== height) return undefined;
          for (const viewer of pending) {
            viewer.rectangles.push(...frame.damaged);
            if (viewer.rectangles.length > MAX_RECTANGLES) viewer.rectangles = [whole];
          }
          const damaged = mine.rectangles;
          mine.rectangles = [];
          return { pixels: frame.pixels, damaged };
        },
        get damaged() {
          return mine.told || mine.rectangles.length > 0;
        },
      };
    },
  };
}
