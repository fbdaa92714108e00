import { createCompatibleDc, deleteDc } from '../../native/gdi32.ts';
import { getDc, monitorAreas, releaseDc, seeRealPixels, systemDpi } from '../../native/user32-screen.ts';
import type { Pointer } from '../../native/load-library.ts';
import type { Box } from '../drawing.ts';
import { HostWindowsError } from '../host-windows.ts';
import type { OverlayDesk } from '../overlay-desk.ts';
import { gdiText } from './gdi-text.ts';
import { openGdiCanvas } from './gdi-canvas.ts';
import { openWin32Overlay } from './win32-overlay.ts';
import type { Win32Overlay } from './win32-overlay.ts';

/** Windows does not say that something covers a window, nor that one of equal rank rose over it. */
const heartbeatMs = 250;

/** Opens the host's own windows on Windows. Throws HostWindowsError where there is no desktop. */
export function openWin32Desk(): OverlayDesk {
  seeRealPixels();
  const scale = scaleOf(systemDpi());
  const dc = measuringDc();
  const texts = gdiText(dc, scale);
  const overlays = new Map<Pointer, Win32Overlay>();
  let monitors = monitorBoxes();
  let isClosed = false;
  const heartbeat = setInterval(() => {
    lookForMonitors();
    for (const overlay of overlays.values()) overlay.keepInFront();
  }, heartbeatMs);

  return {
    screens() {
      monitors = monitorBoxes();
      return monitors.map((box) => inDesignPixels(box, scale));
    },
    measure: (text, style) => texts.widthOf(text, style) / scale,
    open(place, events) {
      const canvasOf = (size: { width: number; height: number }) => openGdiCanvas(dc, size, scale, texts);
      const overlay = openWin32Overlay({ scale, canvasOf }, place, events, () => overlays.delete(overlay.handle));
      overlays.set(overlay.handle, overlay);
      return overlay;
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      clearInterval(heartbeat);
      for (const overlay of overlays.values()) overlay.close();
      texts.close();
      deleteDc(dc);
    },
  };

  /** Windows may close and open others meanwhile: those that are gone by then, and new ones, are not told. */
  function lookForMonitors(): void {
    const found = monitorBoxes();
    if (JSON.stringify(found) === JSON.stringify(monitors)) return;
    monitors = found;
    for (const [handle, overlay] of [...overlays]) if (overlays.has(handle)) overlay.events.screensChanged?.();
  }
}

/** A drawing context like the screen's. */
function measuringDc(): Pointer {
  const screen = getDc(null);
  const dc = screen && createCompatibleDc(screen);
  if (screen) releaseDc(null, screen);
  if (!dc) throw new HostWindowsError('RemoteHelp found no desktop. Start it from your own desktop session.');
  return dc;
}

/** The monitors in real pixels, the primary one first; a pixel where Windows has none at the moment. */
function monitorBoxes(): Box[] {
  const areas = monitorAreas();
  if (areas.length === 0) return [{ x: 0, y: 0, width: 1, height: 1 }];
  return areas
    .toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary))
    .map(({ left, top, right, bottom }) => ({ x: left, y: top, width: right - left, height: bottom - top }));
}

/** Real pixels for a design pixel, in quarters so that hairlines stay sharp. */
function scaleOf(dpi: number): number {
  return Math.min(Math.max(Math.round((dpi / 96) * 4) / 4, 1), 4);
}

function inDesignPixels(box: Box, scale: number): Box {
  return { x: box.x / scale, y: box.y / scale, width: box.width / scale, height: box.height / scale };
}
