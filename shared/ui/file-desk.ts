/** How the bytes of given files are had, the same in both programs. */
import { AppError } from '../contract/errors.ts';
import type { FileId, LogEntry } from '../contract/session-log.ts';
import { failureWords } from './failure-words.ts';

/** A file as it stands in the log. */
export type FileEntry = Extract<LogEntry, { kind: 'file' }>;

/** What a drawn file can ask for. */
export interface FileDesk {
  /** Saves the file to where the browser saves; resolves to why it could not, or to nothing. */
  open(entry: FileEntry): Promise<string | undefined>;
  /** Resolves to the address of a picture, or to `undefined` when there is none now. */
  picture(entry: FileEntry, size: 'small' | 'large'): Promise<string | undefined>;
}

export interface FileDeskParts {
  readonly save: (entry: FileEntry) => Promise<void>;
  /** WebP in base64. */
  readonly preview: (entry: FileEntry, size: 'small' | 'large') => Promise<string>;
}

/** Small pictures are remembered: a chat is drawn anew often. */
export function createFileDesk({ save, preview }: FileDeskParts): FileDesk {
  const known = new Map<FileId, string>();
  return {
    async open(entry) {
      try {
        await save(entry);
        return undefined;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return failureWords(error);
      }
    },
    async picture(entry, size) {
      const remembered = size === 'small' ? known.get(entry.file) : undefined;
      if (remembered !== undefined) return remembered;
      try {
        const address = `data:image/webp;base64,${await preview(entry, size)}`;
        if (size === 'small') known.set(entry.file, address);
        return address;
      } catch (error) {
        // Its name stands there in any case, and opens it.
        if (!(error instanceof AppError)) throw error;
        return undefined;
      }
    },
  };
}
