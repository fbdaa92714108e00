/** Copies under way: each is one file or one folder with all that is in it, and stands in the log once. */
import { join } from 'node:path';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ToolUse } from '../../../shared/contract/tool-use.ts';
import { isWithin } from './own-path.ts';

export type CopyWay = 'take' | 'give';

export interface Copies {
  begin(way: CopyWay, folder: string, name: string): number;
  /** The copy, if this path belongs to it. */
  of(copy: number, way: CopyWay, path: string): Copy;
  end(copy: number): void;
  /** Reports what has come about of all that were not ended. */
  endAll(): void;
}

export interface Copy {
  /** Something of it is whole: a file of this size, or a folder. `path` is where it stands. */
  done(bytes: number, path: string): void;
}

const MOST_COPIES = 8;

export function createCopies(report: (use: ToolUse) => void): Copies {
  type Open = { readonly way: CopyWay; readonly path: string; bytes: number; hasAny: boolean; name: string };
  const open = new Map<number, Open>();
  let last = 0;

  function end(copy: number): void {
    const ended = open.get(copy);
    open.delete(copy);
    if (ended?.hasAny !== true) return;
    report({
      did: ended.way === 'take' ? 'file-taken' : 'file-given',
      name: loggedPath(ended.name),
      bytes: ended.bytes,
    });
  }

  return {
    begin(way, folder, name) {
      if (open.size >= MOST_COPIES) throw new AppError('at-capacity', { text: 'Too many copies at once.' });
      last += 1;
      const path = join(folder, name);
      open.set(last, { way, path, name: path, bytes: 0, hasAny: false });
      return last;
    },
    of(copy, way, path) {
      const known = open.get(copy);
      if (known === undefined || known.way !== way || !isWithin(path, known.path))
        throw new AppError('invalid', { text: 'This does not belong to the copy.' });
      return {
        done(bytes, at) {
          known.bytes += bytes;
          known.hasAny = true;
          // Kept beside another one, the file has another name than it was to have.
          if (path === known.path) known.name = at;
        },
      };
    },
    end,
    endAll() {
      for (const copy of [...open.keys()]) end(copy);
    },
  };
}

/** A path for a line of the log, which holds 300 letters and no control characters: its end says more than its beginning. */
export function loggedPath(path: string): string {
  const plain = path.replaceAll(/[\p{Cc}\p{Surrogate}]/gu, '\uFFFD').trim();
  return plain.length <= 300 ? plain || '\uFFFD' : `…${plain.slice(-299).trim()}`;
}
