/** The tool Files in one window: both sides, and the copies between them. It lives on while the window shows something else. */
import { effect, signal } from '@preact/signals';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Clock } from '../../../shared/ui/clock.ts';
import { createCopyQueue, isOver } from './copy-queue.ts';
import { createFilesLink } from './files-link.ts';
import type { LocalItem } from './local-item.ts';
import {
  canOpenFolder,
  chooseFolder,
  createHeldFiles,
  localTrouble,
  placeOfFolder,
  type LocalPlace,
} from './local-place.ts';
import { createRemoteFolder } from './remote-folder.ts';

export type FilesModel = ReturnType<typeof createFilesModel>;

export interface FilesModelPorts {
  readonly clock: Clock;
  /** Hands a received file to the browser, to be saved. */
  readonly save: (file: File) => void;
  /** Says in passing what went wrong. */
  readonly tell: (text: string) => void;
}

export function createFilesModel({ clock, save, tell }: FilesModelPorts) {
  const link = createFilesLink(clock);
  const remote = createRemoteFolder(link);
  const held = createHeldFiles(save);
  /** The way from the chosen folder to the one that is shown; empty: what was chosen and received. */
  const way = signal<readonly LocalPlace[]>([]);
  const localItems = signal<readonly LocalItem[]>([]);
  const chosenHere = signal<ReadonlySet<string>>(new Set());
  const chosenThere = signal<ReadonlySet<string>>(new Set());
  const queue = createCopyQueue(link, clock, (done) => void (done === 'take' ? readLocal() : remote.refresh()));
  const here = (): LocalPlace => way.value.at(-1) ?? held;

  async function readLocal(): Promise<void> {
    const place = here();
    try {
      const items = await place.items();
      if (place !== here()) return;
      localItems.value = items;
      chosenHere.value = new Set([...chosenHere.value].filter((name) => items.some((item) => item.name === name)));
    } catch (error) {
      tellTrouble(localTrouble(error));
    }
  }

  function tellTrouble(error: unknown): void {
    if (!(error instanceof AppError)) throw error;
    tell(error.message);
  }

  /** Does something on the customer's computer; what stands there is read anew. Says whether it worked, or why not. */
  async function change(act: () => Promise<unknown>): Promise<string | undefined> {
    try {
      await act();
      return undefined;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return error.message;
    } finally {
      void remote.refresh();
    }
  }

  function give(items: readonly LocalItem[]): void {
    const folder = remote.view.value?.path;
    if (folder === undefined) return;
    for (const item of items) queue.add({ way: 'give', item, folder });
  }

  function take(names: ReadonlySet<string>): void {
    const from = remote.view.value;
    if (from === undefined) return;
    for (const { name, kind, bytes } of from.entries.filter((entry) => names.has(entry.name)))
      queue.add({ way: 'take', folder: from.path, name, kind, bytes, to: here() });
  }

  effect(() => {
    const isBusy = queue.rows.value.some((row) => !isOver(row));
    if (!isBusy) return undefined;
    const keep = (event: BeforeUnloadEvent) => event.preventDefault();
    globalThis.addEventListener('beforeunload', keep);
    return () => globalThis.removeEventListener('beforeunload', keep);
  });

  return {
    link,
    remote,
    queue,
    localItems,
    /** The names of the rows that are chosen, on each side. */
    chosenHere,
    chosenThere,
    way,
    canOpenFolder: canOpenFolder(),
    here,
    readLocal,
    change,
    async openFolder() {
      try {
        const handle = await chooseFolder();
        if (handle === undefined) return;
        way.value = [placeOfFolder(handle)];
        await readLocal();
      } catch (error) {
        tellTrouble(localTrouble(error));
      }
    },
    /** Into a folder of the one that is shown. */
    async enter(name: string) {
      try {
        way.value = [...way.value, await here().makeFolder(name)];
        await readLocal();
      } catch (error) {
        tellTrouble(localTrouble(error));
      }
    },
    async makeLocalFolder(name: string): Promise<string | undefined> {
      try {
        await here().makeFolder(name);
        await readLocal();
        return undefined;
      } catch (error) {
        const trouble = localTrouble(error);
        if (!(trouble instanceof AppError)) throw trouble;
        return trouble.message;
      }
    },
    /** One folder up, and out of the chosen one at its top. */
    async leave() {
      way.value = way.value.slice(0, -1);
      await readLocal();
    },
    async add(items: readonly LocalItem[]) {
      way.value = [];
      held.add(items);
      await readLocal();
    },
    give,
    giveChosen: () => give(localItems.value.filter(({ name }) => chosenHere.value.has(name))),
    take,
    takeChosen: () => take(chosenThere.value),
  };
}
