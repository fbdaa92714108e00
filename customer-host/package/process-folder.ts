import { removeAfterExit } from './remove-after-exit.ts';
import { openScratchFolder } from './scratch-folder.ts';

/** By their places; more than one only where the first did not let anything be loaded. */
const opened = new Map<string, string>();

/**
 * On Windows, the private folder of this process in a place: what is loaded from it cannot be removed before the process
 * has ended, and then all of it goes.
 * @throws when nothing can be written there
 */
export function processFolder(place: string): string {
  const known = opened.get(place);
  if (known !== undefined) return known;
  const { path } = openScratchFolder(place);
  opened.set(place, path);
  removeAfterExit(path);
  return path;
}

/** The one that was opened last, if any was. */
export function openedProcessFolder(): string | undefined {
  return [...opened.values()].at(-1);
}
