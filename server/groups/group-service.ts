/** The groups of the organisation: read often, changed rarely, and by one atomic operation each time. */
import { AppError } from '../../shared/contract/errors.ts';
import type { GroupTree } from '../../shared/contract/group.ts';
import { groupOf } from '../../shared/contract/group-tree.ts';
import { GroupId } from '../../shared/contract/identifiers.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import { newId } from '../secrets/random.ts';
import { adding, moving, removing, renaming } from './change-tree.ts';
import type { TreeChange } from './change-tree.ts';
import type { GroupModel } from './group-model.ts';

/** Reading groups. */
export interface GroupDirectory {
  tree(): Promise<GroupTree>;
  /** Hears of every change that this process made. The returned function ends it. */
  subscribe(listener: (tree: GroupTree) => void): () => void;
}

/** Each change throws `not-found`, `already-exists` or `not-allowed` with what to do next. */
export interface GroupService extends GroupDirectory {
  create(name: string, parent: GroupId | null): Promise<GroupId>;
  rename(id: GroupId, name: string): Promise<void>;
  move(id: GroupId, parent: GroupId | null): Promise<void>;
  /** Returns where it stood. Accounts are not looked after here. */
  remove(id: GroupId, moveTo: GroupId | null | undefined): Promise<{ readonly parent: GroupId | null }>;
  /** Throws `not-found` unless all of these are there. */
  require(ids: readonly GroupId[]): Promise<void>;
}

const ONLY = 'tree';
/** Two people who change groups at the same moment are rare; more than this many in a row are a fault. */
const mostTries = 50;

/** The service over the one document that holds the tree. */
export function createGroupService(model: GroupModel): GroupService {
  const listeners = new Set<(tree: GroupTree) => void>();

  const load = async () => (await model.findOne({ _id: ONLY }).lean()) ?? { _id: ONLY, version: 0, groups: [] };

  /** Whoever was faster has raised the version: then it is decided anew on what they have left. */
  async function apply(change: TreeChange): Promise<{ before: GroupTree; after: GroupTree }> {
    for (let tried = 0; tried < mostTries; tried += 1) {
      const { version, groups: before } = await load();
      const after = change(before);
      if (await write(version, after)) {
        listeners.forEach((listener) => listener(after));
        return { before, after };
      }
    }
    throw new Error('The tree of groups changed again and again while it was to be changed.');
  }

  async function write(version: number, groups: GroupTree): Promise<boolean> {
    const next = { version: version + 1, groups: [...groups] };
    if (version > 0) return (await model.updateOne({ _id: ONLY, version }, { $set: next })).matchedCount === 1;
    try {
      await model.create({ _id: ONLY, ...next });
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  const tree = async (): Promise<GroupTree> => (await load()).groups;

  return {
    tree,
    async create(name, parent) {
      const id = newId(GroupId);
      await apply(adding({ id, name, parent }));
      return id;
    },
    async rename(id, name) {
      await apply(renaming(id, name));
    },
    async move(id, parent) {
      await apply(moving(id, parent));
    },
    async remove(id, moveTo) {
      const { before } = await apply(removing(id, moveTo));
      return { parent: groupOf(before, id)?.parent ?? null };
    },
    async require(ids) {
      if (ids.length === 0) return;
      const known = await tree();
      if (ids.some((id) => groupOf(known, id) === undefined)) {
        throw new AppError('not-found', { text: 'One of these groups is not there any more. Reload the page.' });
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
