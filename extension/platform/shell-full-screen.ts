/** Fills the screen with one part of a page, whose keys are then its own: also those that a browser keeps for itself. */

/** Says whether it is so now. Needs somebody's press a moment ago. */
export async function turnShellFullScreen(part: HTMLElement, full: boolean): Promise<boolean> {
  try {
    if (full) {
      await part.requestFullscreen();
      await lockKeys();
    } else if (document.fullscreenElement !== null) await document.exitFullscreen();
    return true;
  } catch {
    // Not allowed here, or not any more.
    return false;
  }
}

/** Tells whenever some part of the page fills the screen or does no longer, whoever made it so. */
export function onShellFullScreen(listener: (isFull: boolean) => void): () => void {
  const tell = () => listener(document.fullscreenElement !== null);
  document.addEventListener('fullscreenchange', tell);
  return () => document.removeEventListener('fullscreenchange', tell);
}

/** Chromium only; it lets go by itself with the full screen, and when Escape is held. */
async function lockKeys(): Promise<void> {
  const keyboard: unknown = Reflect.get(navigator, 'keyboard');
  if (typeof keyboard !== 'object' || keyboard === null) return;
  const lock: unknown = Reflect.get(keyboard, 'lock');
  if (typeof lock === 'function') await Reflect.apply(lock, keyboard, []);
}
