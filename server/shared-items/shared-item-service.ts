/** What the organisation shares with its reps. */
import type { Readable } from 'node:stream';
import { AppError } from '../../shared/contract/errors.ts';
import { SharedItemId, sharedLimits } from '../../shared/contract/shared-item.ts';
import type { SharedItem, SharedItemBody } from '../../shared/contract/shared-item.ts';
import type { Clock } from '../config/clock.ts';
import type { RevisedLists } from '../documents/revised-list-model.ts';
import { newId } from '../secrets/random.ts';
import type { SharedFiles } from './shared-file-model.ts';
import { withChangedItem, withItem, withMovedItem, withoutItem } from './shared-item-rules.ts';

type Id = SharedItemId;

/** Each change gives all items as they are then. Throws what the rules throw. */
export interface SharedItems {
  list(): Promise<SharedItem[]>;
  add(parent: Id | null, item: SharedItemBody): Promise<SharedItem[]>;
  change(id: Id, item: SharedItemBody): Promise<SharedItem[]>;
  move(id: Id, to: { parent: Id | null; before: Id | null }): Promise<SharedItem[]>;
  remove(id: Id): Promise<SharedItem[]>;
  /** Keeps a file of any kind. @throws AppError `too-large`, or what the rules throw; then nothing of it stays */
  addFile(parent: Id | null, name: string, content: Readable): Promise<SharedItem[]>;
  /** A file's content. @throws AppError `not-found` */
  openFile(id: Id): Promise<{ readonly name: string; readonly content: Readable; readonly bytes: number }>;
  /** After a start: removes what a crash has left of uploads and removals. */
  recover(): Promise<void>;
}

const ONLY = 'shared';

/** An upload that is not finished after this time was cut off. */
const uploadWithinMs = 60 * 60_000;

export function createSharedItems(lists: RevisedLists<SharedItem>, files: SharedFiles, clock: Clock): SharedItems {
  const change = (rule: (items: readonly SharedItem[]) => SharedItem[]) => lists.change(ONLY, rule);
  const list = () => lists.read(ONLY);

  return {
    list,
    add: (parent, item) => {
      const fresh: SharedItem = { ...item, id: newId(SharedItemId), parent };
      return change((items) => withItem(items, fresh));
    },
    change: (id, item) => change((items) => withChangedItem(items, id, item)),
    move: (id, to) => change((items) => withMovedItem(items, id, to)),
    async remove(id) {
      let gone: SharedItem[] = [];
      const left = await change((items) => {
        const parted = withoutItem(items, id);
        ({ gone } = parted);
        return parted.left;
      });
      for (const item of gone) if (item.kind === 'file') await files.remove(item.id);
      return left;
    },
    async addFile(parent, name, content) {
      const id = newId(SharedItemId);
      // Whether it may stand there is asked before anything is sent, and once more when it is in.
      withItem(await list(), { id, parent, kind: 'file', name, bytes: 0, sha256: '0'.repeat(64) });
      const kept = await files.keep(id, content, sharedLimits.fileBytes);
      try {
        return await change((items) => withItem(items, { id, parent, kind: 'file', name, ...kept }));
      } catch (error) {
        await files.remove(id);
        throw error;
      }
    },
    async openFile(id) {
      const item = (await list()).find((one) => one.id === id);
      const file = item?.kind === 'file' ? await files.open(id) : undefined;
      if (item === undefined || file === undefined) throw new AppError('not-found');
      return { name: item.name, ...file };
    },
    async recover() {
      const named = await lists.ids(ONLY);
      // What cannot be read may name any of the files.
      if (named !== undefined) await files.removeOthers(new Set(named), clock.now() - uploadWithinMs);
    },
  };
}
