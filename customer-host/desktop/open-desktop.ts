import { hostname, networkInterfaces, release, type, userInfo, version } from 'node:os';
import type { CursorMessage, InputMessage } from '../../shared/contract/screen-link.ts';
import type { ComputerFacts } from '../../shared/contract/session-log.ts';
import { openScreenCapture } from '../capture/open-screen-capture.ts';
import type { CursorImage } from '../cursor/cursor-watch.ts';
import { openCursorWatch } from '../cursor/open-cursor-watch.ts';
import { openHandWatch } from '../hand/open-hand-watch.ts';
import type { InputInjector } from '../input/input-injector.ts';
import { openInputInjector } from '../input/open-input-injector.ts';
import { createScreenHub } from '../screen/screen-hub.ts';
import type { Desktop } from './desktop.ts';

/** The largest pointer that is passed on, in pixels an edge. */
const MAX_CURSOR_EDGE = 256;

/**
 * Opens the desktop of this computer.
 * @param display the X display, such as `:0`; systems without displays ignore it
 * @throws PlatformUnavailable in words for the customer when this computer is not served yet
 */
export async function openDesktop(display: string): Promise<Desktop> {
  const capture = await openScreenCapture(display);
  const cursor = await openCursorWatch(display);
  const injector = await openInputInjector(display);
  const hand = await openHandWatch(display);
  return {
    screen: createScreenHub(capture),
    get size() {
      return { width: capture.layout.width, height: capture.layout.height };
    },
    facts: factsOf(capture.layout.monitors.length),
    watchCursor(listener) {
      listener(shapeOf(cursor.image));
      listener({ type: 'position', ...cursor.position });
      const stops = [
        cursor.onImage((image) => listener(shapeOf(image))),
        cursor.onMove((position) => listener({ type: 'position', ...position })),
      ];
      return () => stops.forEach((stop) => stop());
    },
    inject: (input) => inject(injector, input),
    get holding() {
      return injector.isHolding;
    },
    releaseAll: () => injector.releaseAll(),
    watchHand: (listener) => hand.onHand(({ kind }) => listener(kind === 'escHeld' ? 'escape' : kind)),
    onResize: (listener) => capture.onResize(() => listener()),
    onLost(listener) {
      const stops = [capture.onLost(listener), injector.onLost(listener), hand.onLost(listener)];
      return () => stops.forEach((stop) => stop());
    },
    close() {
      injector.close();
      hand.close();
      cursor.close();
      capture.close();
    },
  };
}

function inject(injector: InputInjector, input: InputMessage): void {
  switch (input.type) {
    case 'move':
      return injector.pointerMove(input.x, input.y);
    case 'button':
      injector.pointerMove(input.x, input.y);
      return injector.pointerButton(input.button, input.down);
    case 'wheel':
      injector.pointerMove(input.x, input.y);
      return injector.wheel(input.dx, input.dy);
    case 'key':
      return injector.key(input.code, input.key, input.down);
    case 'text':
      injector.typeText(input.text).catch((error: unknown) => {
        // The text is in the rep's hands still: it can be sent again. Its words do not belong in a log.
        console.error('Text could not be typed:', error instanceof Error ? error.name : '');
      });
      return;
    default:
      input satisfies never;
  }
}

function shapeOf({ width, height, hotX, hotY, rgba }: CursorImage): CursorMessage {
  const shown = width > 0 && height > 0 && width <= MAX_CURSOR_EDGE && height <= MAX_CURSOR_EDGE;
  if (!shown) return { type: 'hidden' };
  return { type: 'shape', width, height, hotX, hotY, pixels: Buffer.from(rgba).toString('base64') };
}

/** What the rep is shown of this computer. Cut to what the contract takes; odd characters are left out. */
function factsOf(monitors: number): ComputerFacts {
  const addresses = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const local = addresses.find(({ family, internal }) => family === 'IPv4' && !internal);
  return {
    computer: oneLine(hostname()),
    user: oneLine(userName()),
    // Windows says its name and edition here; elsewhere it is the kernel's date.
    platform: oneLine(process.platform === 'win32' ? version() : `${type()} ${release()}`),
    localAddress: local?.address ?? '',
    monitors: Math.min(16, Math.max(1, monitors)),
  };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user without an entry in the system's list, as in some containers: there is no name to show.
    return '';
  }
}

function oneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 120);
}
