import { groupPath, inTreeOrder, isInside } from '../../../../shared/contract/group-tree.ts';
import type { GroupTree } from '../../../../shared/contract/group.ts';
import type { GroupId } from '../../../../shared/contract/identifiers.ts';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { groupTexts } from '../../texts/admin-groups-en.ts';

/** A group with all above it: `North › Desk`. No group has words of its own. */
export function groupWords(tree: GroupTree, id: GroupId | null): string {
  const path = groupPath(tree, id).map(({ name }) => safeName(name));
  return path.length === 0 ? groupTexts.none : path.reverse().join(' › ');
}

/** Groups as choices of a list, with their way; those in or below `without` are left out. The empty value is the words for none. */
export function groupChoices(tree: GroupTree, none: string | undefined, without?: GroupId) {
  const groups = inTreeOrder(tree)
    .filter(({ id }) => without === undefined || !isInside(tree, id, without))
    .map(({ id }) => ({ value: id as string, label: groupWords(tree, id) }));
  return none === undefined ? groups : [{ value: '', label: none }, ...groups];
}

/** What a choice of {@link groupChoices} stands for. */
export function chosenGroup(tree: GroupTree, value: string): GroupId | null {
  return tree.find(({ id }) => id === value)?.id ?? null;
}
