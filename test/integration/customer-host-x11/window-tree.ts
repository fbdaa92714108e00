import type { XDisplay } from './x-display.ts';

/** A window that went between being listed and being looked at. */
const goneMeanwhile = /X Error: [39]: Bad (?:Window|Drawable)/;
const mostLooks = 20;

/** All windows of a desktop, as xwininfo lists them: it gives up when one of them goes while it looks, so it looks again. */
export async function windowTree(screen: Pick<XDisplay, 'run'>): Promise<string> {
  for (let look = 1; ; look += 1) {
    try {
      return await screen.run('xwininfo', ['-root', '-tree']);
    } catch (error) {
      const isGone = error instanceof Error && goneMeanwhile.test(error.message);
      if (!isGone || look === mostLooks) throw error;
    }
  }
}
