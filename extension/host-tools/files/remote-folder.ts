/** The customer's side as it is shown: where one is, what stands there, and how one gets on. */
import { signal } from '@preact/signals';
import { AppError } from '../../../shared/contract/errors.ts';
import type { FolderEntry, FolderPage, Place } from '../../../shared/contract/host-files.ts';
import type { FilesLink } from './files-link.ts';

/** More rows than this are not drawn. */
export const MOST_SHOWN_ROWS = 5000;
const MOST_LISTED = 200_000;

/** How a folder stands. */
export interface RemoteView {
  readonly path: string;
  readonly parent: string | null;
  readonly entries: readonly FolderEntry[];
  /** More stand there than are listed. */
  readonly isCut: boolean;
}

/** All of a folder, page after page. */
export async function listWhole(
  link: FilesLink,
  path: string,
  most = MOST_LISTED,
): Promise<RemoteView & { readonly separator: '/' | '\\' }> {
  const entries: FolderEntry[] = [];
  let after: string | null = null;
  for (;;) {
    const page: FolderPage = await link.call('files.list', { path, after });
    entries.push(...page.entries);
    after = page.next;
    if (after === null || entries.length >= most) {
      const separator = page.path.startsWith('/') ? '/' : '\\';
      return { path: page.path, parent: page.parent, entries, isCut: after !== null, separator };
    }
  }
}

export type RemoteFolder = ReturnType<typeof createRemoteFolder>;

export function createRemoteFolder(link: FilesLink) {
  const view = signal<RemoteView | undefined>(undefined);
  const places = signal<readonly Place[]>([]);
  const isReading = signal(false);
  const failure = signal<string | undefined>(undefined);
  /** Only the answer to the last question counts. */
  let asked = 0;

  async function show(read: () => Promise<RemoteView>): Promise<void> {
    asked += 1;
    const own = asked;
    isReading.value = true;
    failure.value = undefined;
    try {
      const found = await read();
      if (own === asked) view.value = found;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (own === asked) failure.value = error.message;
    } finally {
      if (own === asked) isReading.value = false;
    }
  }

  const open = (path: string) => show(() => listWhole(link, path, MOST_SHOWN_ROWS));
  return {
    view,
    places,
    isReading,
    failure,
    open,
    /** At first the person's own folder; later where one was. */
    begin: () =>
      show(async () => {
        places.value = (await link.call('files.places', {})).places;
        const at = view.value?.path ?? places.value[0]?.path ?? '/';
        return listWhole(link, at, MOST_SHOWN_ROWS);
      }),
    /** Opens what a link leads to. Only a folder can be shown; of a file, the folder that it stands in. */
    follow: (path: string) =>
      show(async () => {
        const { path: target, kind } = await link.call('files.follow', { path });
        const separator = target.startsWith('/') ? '/' : '\\';
        const folder = kind === 'folder' ? target : target.slice(0, Math.max(1, target.lastIndexOf(separator)));
        return listWhole(link, folder, MOST_SHOWN_ROWS);
      }),
    async refresh() {
      const at = view.value?.path;
      if (at !== undefined) await open(at);
    },
  };
}
