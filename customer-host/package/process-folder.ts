import { removeAfterExit } from './remove-after-exit.ts';
import { openScratchFolder } from './scratch-folder.ts';

let opened: string | undefined;

/**
 * On Windows, the private folder of this process: what is loaded from it cannot be removed before the process has ended,
 * and then all of it goes. The first call chooses the place.
 * @throws when nothing can be written there
 */
export function processFolder(place: string): string {
  if (opened === undefined) {
    opened = openScratchFolder(place).path;
    removeAfterExit(opened);
  }
  return opened;
}

/** The same where it has been opened. */
export function openedProcessFolder(): string | undefined {
  return opened;
}
