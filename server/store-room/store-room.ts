/** Whether the store has room to write. Without it everything that was stored can be read, and nothing new is taken: RemoteHelp is read-only. */
import { isStoreFull } from '../documents/store-full.ts';
import type { Log } from '../logging/log.ts';

/** Between two tries whether there is room again. */
const tryAgainMs = 2000;

export interface StoreRoom {
  /** Takes in how a write failed; says whether it was for want of room. The first such failure makes RemoteHelp read-only. */
  noticed(error: unknown): boolean;
  isFull(): boolean;
  /** Hears when RemoteHelp becomes read-only, and when it is no longer. */
  onChange(listener: (isFull: boolean) => void): void;
  stop(): void;
}

/** `canWrite` tries to write something small, and never rejects. */
export function createStoreRoom({
  canWrite,
  log,
}: {
  readonly canWrite: () => Promise<boolean>;
  readonly log: Log;
}): StoreRoom {
  const listeners: ((isFull: boolean) => void)[] = [];
  let isFull = false;
  let timer: NodeJS.Timeout | undefined;

  function become(full: boolean) {
    isFull = full;
    if (full)
      log.error('There is no room on the disk of the data: RemoteHelp is read-only. Make room; it goes on by itself.');
    else log.info('There is room on the disk of the data again: RemoteHelp takes everything as usual.');
    for (const listener of listeners) listener(full);
  }

  function tryLater() {
    timer = setTimeout(() => {
      void canWrite().then((can) => {
        if (timer === undefined) return;
        if (can) become(false);
        else tryLater();
      });
    }, tryAgainMs);
  }

  return {
    noticed(error) {
      if (!isStoreFull(error)) return false;
      if (!isFull) {
        become(true);
        tryLater();
      }
      return true;
    },
    isFull: () => isFull,
    onChange(listener) {
      listeners.push(listener);
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
