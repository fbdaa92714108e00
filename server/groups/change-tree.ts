/** What may become of the tree of groups. Each change gives the new tree, or throws what to tell. Pure. */
import { AppError } from '../../shared/contract/errors.ts';
import type { Group, GroupTree } from '../../shared/contract/group.ts';
import { groupOf, groupPath, isInside } from '../../shared/contract/group-tree.ts';
import type { GroupId } from '../../shared/contract/identifiers.ts';

/** More groups than this are no directory that anybody finds their way in. */
export const mostGroups = 500;
/** How many stand above one another at most. */
export const mostLevels = 8;

export type TreeChange = (tree: GroupTree) => GroupTree;

/** Adds a group. Its name must be free among its neighbours. */
export function adding(fresh: Group): TreeChange {
  return (tree) => {
    if (tree.length >= mostGroups) {
      throw new AppError('not-allowed', {
        text: `There are ${mostGroups} groups, which is the most. Remove one first.`,
      });
    }
    if (fresh.parent !== null) required(tree, fresh.parent);
    return checked([...tree, fresh], fresh.id);
  };
}

/** Gives a group another name, which must be free among its neighbours. */
export function renaming(id: GroupId, name: string): TreeChange {
  return (tree) => checked(replace(tree, { ...required(tree, id), name }), id);
}

/** Puts a group under another one, with everything below it, but never below itself. */
export function moving(id: GroupId, parent: GroupId | null): TreeChange {
  return (tree) => {
    const group = required(tree, id);
    if (isInside(tree, parent, id)) {
      throw new AppError('not-allowed', { text: 'A group cannot stand below itself. Choose another place.' });
    }
    return checked(replace(tree, { ...group, parent }), id);
  };
}

/** Takes a group out. What stands below it goes to `moveTo`; when that is left out, nothing may stand below it. */
export function removing(id: GroupId, moveTo: GroupId | null | undefined): TreeChange {
  return (tree) => {
    required(tree, id);
    const below = tree.filter(({ parent }) => parent === id);
    if (moveTo === undefined && below.length > 0) throw notEmpty();
    if (moveTo !== undefined && isInside(tree, moveTo, id)) {
      throw new AppError('not-allowed', { text: 'What stands in a group cannot move into it. Choose another group.' });
    }
    const moved = below.map((group) => ({ ...group, parent: moveTo ?? null }));
    const rest = tree.filter((group) => group.id !== id && group.parent !== id);
    return moved.reduce((grown: GroupTree, group) => checked([...grown, group], group.id), rest);
  };
}

/** Said when something stands in a group that is to be removed. */
export function notEmpty(): AppError {
  return new AppError('not-allowed', { text: 'Something stands in this group. Say where it goes, then remove it.' });
}

function required(tree: GroupTree, id: GroupId): Group {
  const group = groupOf(tree, id);
  if (group === undefined)
    throw new AppError('not-found', { text: 'This group is not there any more. Reload the page.' });
  return group;
}

function replace(tree: GroupTree, changed: Group): GroupTree {
  return tree.map((group) => (group.id === changed.id ? changed : group));
}

/** A tree in which one group was put somewhere: the place must exist, its name be free there, and the tree not grow too deep. */
function checked(tree: GroupTree, id: GroupId): GroupTree {
  const placed = required(tree, id);
  if (placed.parent !== null) required(tree, placed.parent);
  const nameKey = placed.name.toLowerCase();
  const isTaken = tree.some(
    (other) => other.id !== id && other.parent === placed.parent && other.name.toLowerCase() === nameKey,
  );
  if (isTaken)
    throw new AppError('already-exists', { text: 'There is a group of this name here. Choose another one.' });
  if (tree.some((group) => isInside(tree, group.id, id) && groupPath(tree, group.id).length > mostLevels)) {
    throw new AppError('not-allowed', { text: `Groups stand at most ${mostLevels} deep. Choose a place further up.` });
  }
  return tree;
}
