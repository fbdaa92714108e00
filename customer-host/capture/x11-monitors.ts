import { XFree } from '../native/libx11.ts';
import { monitorInfoBytes, XRRGetMonitors } from '../native/libxrandr.ts';
import { copyMemory } from '../native/read-memory.ts';
import type { ScreenSize, XConnection } from '../native/x-connection.ts';
import { clipToScreen } from './rectangle.ts';
import type { Monitor } from './screen-capture.ts';

/** The monitors of a display; the whole screen as a single one where the display cannot say (no RandR, or none). */
export function readMonitors(connection: XConnection, screen: ScreenSize, hasRandr: boolean): Monitor[] {
  const monitors = hasRandr ? askRandr(connection, screen) : [];
  const [first] = monitors;
  if (first && !monitors.some((monitor) => monitor.isPrimary)) first.isPrimary = true;
  return first ? monitors : [{ x: 0, y: 0, ...screen, name: 'Monitor 1', isPrimary: true }];
}

function askRandr(connection: XConnection, screen: ScreenSize): Monitor[] {
  const count: [number] = [0];
  const list = XRRGetMonitors(connection.display, connection.root, 1, count);
  if (!list) return [];
  const bytes = copyMemory(list, Math.max(0, count[0]) * monitorInfoBytes);
  XFree(list);
  const monitors: Monitor[] = [];
  for (let at = 0; at < bytes.length; at += monitorInfoBytes) {
    const area = {
      x: bytes.readInt32LE(at + 20),
      y: bytes.readInt32LE(at + 24),
      width: bytes.readInt32LE(at + 28),
      height: bytes.readInt32LE(at + 32),
    };
    const visible = clipToScreen(area, screen.width, screen.height);
    if (!visible) continue;
    monitors.push({ ...visible, name: `Monitor ${monitors.length + 1}`, isPrimary: bytes.readInt32LE(at + 8) !== 0 });
  }
  return monitors;
}
