import { getSystemMetrics, monitorAreas, systemMetric } from '../native/user32-screen.ts';
import { clipToScreen } from './rectangle.ts';
import type { Monitor, ScreenLayout } from './screen-capture.ts';

/** The screen of all monitors together, and where it begins: left of and above the primary one's corner it is negative. */
export type VirtualScreen = ScreenLayout & { left: number; top: number };

/** Where the whole screen lies and how large it is, in pixels. */
export function virtualArea(): { left: number; top: number; width: number; height: number } {
  return {
    left: getSystemMetrics(systemMetric.virtualLeft),
    top: getSystemMetrics(systemMetric.virtualTop),
    width: getSystemMetrics(systemMetric.virtualWidth),
    height: getSystemMetrics(systemMetric.virtualHeight),
  };
}

/** The monitors as they are now, as parts of the whole screen. */
export function readVirtualScreen(): VirtualScreen {
  const { left, top, width, height } = virtualArea();
  const monitors: Monitor[] = [];
  for (const area of monitorAreas()) {
    const place = {
      x: area.left - left,
      y: area.top - top,
      width: area.right - area.left,
      height: area.bottom - area.top,
    };
    const visible = clipToScreen(place, width, height);
    const name = `Monitor ${monitors.length + 1}`;
    if (visible) monitors.push({ ...visible, name, isPrimary: area.isPrimary });
  }
  const whole: Monitor = { x: 0, y: 0, width, height, name: 'Monitor 1', isPrimary: true };
  return { left, top, width, height, monitors: monitors.length > 0 ? monitors : [whole] };
}
