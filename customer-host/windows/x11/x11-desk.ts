import type { Box, DrawStep } from '../drawing.ts';
import { HostWindowsError } from '../host-windows.ts';
import type { Overlay, OverlayDesk, OverlayEvents, OverlayPlace } from '../overlay-desk.ts';
import { openCanvas } from './canvas.ts';
import type { InputSources } from './input-sources.ts';
import { inputSources } from './input-sources.ts';
import { monitorsOf } from './monitors.ts';
import { openX11Overlay } from './x11-overlay.ts';
import type { X11Overlay } from './x11-overlay.ts';
import type { XConnection } from './x-connection.ts';
import { connectX } from './x-connection.ts';
import { readXEvent } from './x-event.ts';
import { xftText } from './xft-text.ts';

/** Opens the windows' own connection to an X display. Throws HostWindowsError when there is none that serves. */
export function openX11Desk(displayName: string): OverlayDesk {
  const connection = connectX(displayName);
  const { x, display, screen, root } = connection;
  const sources = inputSources(display, root);
  if (!sources) {
    connection.close();
    throw new HostWindowsError(
      'RemoteHelp cannot tell your own mouse from others on this desktop, so it does not start.',
    );
  }
  const scale = scaleOf(connection);
  const fonts = xftText(display, screen, scale);
  const visual = x.defaultVisual(display, screen);
  const canvas = openCanvas({ display, visual, colormap: x.defaultColormap(display, screen), fonts, scale });
  const overlays = new Map<number, X11Overlay>();
  let isClosed = false;
  let monitors = monitorsOf(connection);

  connection.watch({ event, heartbeat, lost });
  connection.flush();

  return {
    screens() {
      if (isClosed) return [NOWHERE];
      monitors = monitorsOf(connection);
      return monitors.map((box) => inDesignPixels(box, scale));
    },
    measure: (text, style) => (isClosed ? 0 : fonts.runs(text, style).reduce((sum, run) => sum + run.width, 0) / scale),
    open: (place, events) => open(place, events, sources),
    close() {
      if (isClosed) return;
      isClosed = true;
      for (const overlay of overlays.values()) overlay.close();
      fonts.close();
      connection.close();
    },
  };

  function open(place: OverlayPlace, events: OverlayEvents, from: InputSources): Overlay {
    if (isClosed) return lostOverlay(events);
    const paint = (pixmap: number, steps: readonly DrawStep[]): void => canvas.draw(pixmap, steps);
    const overlay = openX11Overlay({ connection, sources: from, paint, scale }, place, events, () => {
      overlays.delete(overlay.window);
    });
    overlays.set(overlay.window, overlay);
    return overlay;
  }

  function event(buffer: Buffer): void {
    const happened = readXEvent(x, display, buffer);
    switch (happened.kind) {
      case 'devices':
        sources?.devicesChanged();
        return;
      case 'expose':
      case 'covered':
      case 'input':
        overlays.get(happened.window)?.handle(happened);
        return;
      case 'other':
        return;
      default:
        happened satisfies never;
    }
  }

  /** Windows may close and open others meanwhile: those that are gone by then, and new ones, are not told. */
  function lookForMonitors(): void {
    const found = monitorsOf(connection);
    if (JSON.stringify(found) === JSON.stringify(monitors)) return;
    monitors = found;
    const open = [...overlays];
    for (const [window, overlay] of open) if (overlays.has(window)) overlay.events.screensChanged?.();
  }

  function heartbeat(): void {
    if (overlays.size === 0) return;
    lookForMonitors();
    for (const overlay of overlays.values()) overlay.keepInFront();
    connection.flush();
  }

  function lost(): void {
    isClosed = true;
    const open = [...overlays.values()];
    overlays.clear();
    for (const overlay of open) overlay.lose();
  }
}

const NOWHERE: Box = { x: 0, y: 0, width: 1, height: 1 };

/** A window that is asked for after the desktop has gone: its question is answered as one that lost its desktop. */
function lostOverlay(events: OverlayEvents): Overlay {
  setImmediate(() => events.lost());
  return { draw: () => undefined, moveTo: () => undefined, close: () => undefined };
}

/** Real pixels for a design pixel, from the desktop's own text scale, in quarters so that hairlines stay sharp. */
function scaleOf({ x, display }: XConnection): number {
  const dpi = Number(x.getDefault(display, 'Xft', 'dpi') ?? '96');
  if (!Number.isFinite(dpi)) return 1;
  return Math.min(Math.max(Math.round((dpi / 96) * 4) / 4, 1), 4);
}

function inDesignPixels(box: Box, scale: number): Box {
  return { x: box.x / scale, y: box.y / scale, width: box.width / scale, height: box.height / scale };
}
