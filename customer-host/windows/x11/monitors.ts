import koffi from 'koffi';
import type { Box } from '../drawing.ts';
import type { XConnection } from './x-connection.ts';
import type { Pointer } from './xlib-windows.ts';

const SCREEN_INFO_BYTES = 12;

/** The monitors in real pixels, the primary one first; the whole desktop where the server does not tell. */
export function monitorsOf({ x, display, screen }: XConnection): Box[] {
  const listed = xineramaScreens(display);
  if (listed.length > 0) return listed;
  return [{ x: 0, y: 0, width: x.displayWidth(display, screen), height: x.displayHeight(display, screen) }];
}

function xineramaScreens(display: Pointer): Box[] {
  const native = loadXinerama();
  if (!native) return [];
  const count = [0];
  const list: Pointer | null = native.query(display, count);
  if (list === null) return [];
  const boxes = new Map<string, Box>();
  for (let index = 0; index < (count[0] ?? 0); index += 1) {
    const info = new DataView(koffi.view(list + BigInt(index * SCREEN_INFO_BYTES), SCREEN_INFO_BYTES));
    const [left, top] = [info.getInt16(4, true), info.getInt16(6, true)];
    const box = { x: left, y: top, width: info.getInt16(8, true), height: info.getInt16(10, true) };
    // Mirrored monitors show the same place: one window is enough for them.
    boxes.set(`${left},${top}`, boxes.get(`${left},${top}`) ?? box);
  }
  native.free(list);
  return [...boxes.values()].filter((box) => box.width > 0 && box.height > 0);
}

interface Xinerama {
  query(display: Pointer, count: number[]): Pointer | null;
  free(list: Pointer): number;
}

let loaded: Xinerama | null | undefined;

function loadXinerama(): Xinerama | null {
  if (loaded !== undefined) return loaded;
  try {
    loaded = {
      query: koffi.load('libXinerama.so.1').func('void *XineramaQueryScreens(void *, _Out_ int *)'),
      free: koffi.load('libX11.so.6').func('int XFree(void *)'),
    };
  } catch {
    // Not every desktop has libXinerama; the whole desktop then counts as one monitor.
    loaded = null;
  }
  return loaded;
}
