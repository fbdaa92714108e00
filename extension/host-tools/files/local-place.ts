/** Where the rep's side keeps files: a folder of the computer where the browser can open one, else what was chosen and received. */
import { AppError } from '../../../shared/contract/errors.ts';
import { byteSize } from '../../../shared/ui/byte-size.ts';
import { fileToolTexts } from '../../texts/host-files-en.ts';
import { itemOfFile, type LocalItem } from './local-item.ts';

/** A file being written. It has its name only once it is closed. */
export interface LocalSink {
  /** The bytes have been taken out when this resolves. */
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}

export interface LocalPlace {
  readonly name: string;
  /** Whether folders can come to stand here. */
  readonly holdsFolders: boolean;
  items(): Promise<readonly LocalItem[]>;
  look(name: string): Promise<'file' | 'folder' | undefined>;
  /** One that is there already serves as well. */
  makeFolder(name: string): Promise<LocalPlace>;
  create(name: string, bytes: number): Promise<LocalSink>;
}

/** The browser keeps these in memory or its own store until the rep saves them. */
const MOST_HELD_BYTES = 500_000_000;

/** Whether this browser can open a folder of the computer. */
export function canOpenFolder(): boolean {
  return typeof Reflect.get(globalThis, 'showDirectoryPicker') === 'function';
}

/** Asks the rep for a folder; `undefined` when they think better of it. */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  const show: unknown = Reflect.get(globalThis, 'showDirectoryPicker');
  if (typeof show !== 'function') return undefined;
  try {
    const handle: unknown = await show.call(globalThis, { mode: 'readwrite', id: 'remotehelp-files' });
    return handle instanceof FileSystemDirectoryHandle ? handle : undefined;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

/** A folder of the computer, through the browser: written straight to the disk. */
export function placeOfFolder(handle: FileSystemDirectoryHandle): LocalPlace {
  return {
    name: handle.name,
    holdsFolders: true,
    async items() {
      const found: LocalItem[] = [];
      for await (const one of handle.values()) found.push(await itemOfHandle(one));
      return found;
    },
    async look(name) {
      for (const kind of ['file', 'folder'] as const) {
        try {
          await (kind === 'file' ? handle.getFileHandle(name) : handle.getDirectoryHandle(name));
          return kind;
        } catch (error) {
          if (
            !(error instanceof DOMException) ||
            (error.name !== 'NotFoundError' && error.name !== 'TypeMismatchError')
          )
            throw localTrouble(error);
        }
      }
      return undefined;
    },
    makeFolder: (name) =>
      handle.getDirectoryHandle(name, { create: true }).then(placeOfFolder, (error: unknown) => {
        throw localTrouble(error);
      }),
    async create(name) {
      try {
        const hadOne = (await this.look(name)) !== undefined;
        const file = await handle.getFileHandle(name, { create: true });
        return sinkOf(await file.createWritable(), hadOne ? undefined : () => handle.removeEntry(name));
      } catch (error) {
        throw localTrouble(error);
      }
    },
  };
}

async function itemOfHandle(handle: FileSystemDirectoryHandle | FileSystemFileHandle): Promise<LocalItem> {
  if (handle.kind === 'directory')
    return { kind: 'folder', name: handle.name, items: () => placeOfFolder(handle).items() };
  const { size, lastModified } = await handle.getFile();
  return { kind: 'file', name: handle.name, bytes: size, changedAt: lastModified, open: () => handle.getFile() };
}

/** The browser writes beside the file until it is closed; the empty one that it made in its place goes with an abort. */
function sinkOf(stream: FileSystemWritableFileStream, undo: (() => Promise<void>) | undefined): LocalSink {
  return {
    write: (bytes) => stream.write(bytes).catch(rethrown),
    close: () => stream.close().catch(rethrown),
    async abort() {
      await stream.abort().catch(() => undefined);
      await undo?.().catch(() => undefined);
    },
  };
}

function rethrown(error: unknown): never {
  throw localTrouble(error);
}

/** What the rep's own disk or browser refuses, in words. */
export function localTrouble(error: unknown): unknown {
  const words = fileToolTexts.local.troubles;
  if (error instanceof TypeError) return new AppError('invalid', { text: words.name, cause: error });
  if (!(error instanceof DOMException)) return error;
  switch (error.name) {
    case 'QuotaExceededError':
      return new AppError('store-full', { text: words.full, cause: error });
    case 'NotAllowedError':
    case 'NoModificationAllowedError':
    case 'SecurityError':
      return new AppError('not-allowed', { text: words.notAllowed, cause: error });
    case 'NotFoundError':
    case 'NotReadableError':
    case 'InvalidStateError':
      return new AppError('not-found', { text: words.gone, cause: error });
    default:
      return new AppError('invalid', { text: words.other, cause: error });
  }
}

/** What the rep has chosen, and what came: it lies in the browser until it is saved. */
export interface HeldFiles extends LocalPlace {
  add(items: readonly LocalItem[]): void;
}

/** `onReceived` is called with every file that is whole, so that it can be saved. */
export function createHeldFiles(onReceived: (file: File) => void): HeldFiles {
  const held = new Map<string, LocalItem>();
  return {
    name: fileToolTexts.local.held,
    holdsFolders: false,
    items: async () => [...held.values()],
    look: async (name) => held.get(name)?.kind,
    makeFolder: () => Promise.reject(new AppError('invalid', { text: fileToolTexts.local.noFolders })),
    async create(name, bytes) {
      if (bytes > MOST_HELD_BYTES)
        throw new AppError('too-large', { text: fileToolTexts.local.tooLarge(byteSize(MOST_HELD_BYTES)) });
      let parts: Blob[] = [];
      return {
        // A blob of its own each, which the browser may lay down on the disk.
        write: async (part) => void parts.push(new Blob([part])),
        async close() {
          const file = new File(parts, name);
          parts = [];
          held.set(name, itemOfFile(file));
          onReceived(file);
        },
        async abort() {
          parts = [];
        },
      };
    },
    add(items) {
      for (const item of items) held.set(item.name, item);
    },
  };
}
