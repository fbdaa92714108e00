/** How the tree of groups is read, by server, extension and web panel alike. Pure. */
import type { Account } from './account.ts';
import type { Group, GroupTree } from './group.ts';
import type { GroupId } from './identifiers.ts';

/** The group of this id, if there is one. */
export function groupOf(tree: GroupTree, id: GroupId | null): Group | undefined {
  return tree.find((group) => group.id === id);
}

/** A group and all those above it, nearest first. Empty for no group, and for one that is not in the tree. */
export function groupPath(tree: GroupTree, id: GroupId | null): Group[] {
  const path: Group[] = [];
  for (let group = groupOf(tree, id); group !== undefined; group = groupOf(tree, group.parent)) {
    // A circle cannot be made; if one were stored nevertheless, reading must end.
    if (path.includes(group)) break;
    path.push(group);
  }
  return path;
}

/** Whether `inner` is `outer` or lies anywhere below it. */
export function isInside(tree: GroupTree, inner: GroupId | null, outer: GroupId): boolean {
  return groupPath(tree, inner).some(({ id }) => id === outer);
}

/**
 * Whether somebody looks after an account: administrators after everybody, team leads after whoever stands in a group that
 * they lead or below it, and nobody else after anybody. Leading says nothing of oneself: a lead outside of the own groups is not within them.
 */
export function isWithin(
  tree: GroupTree,
  lead: Pick<Account, 'role' | 'leads'>,
  account: Pick<Account, 'group'>,
): boolean {
  if (lead.role === 'administrator') return true;
  return lead.role === 'team-lead' && lead.leads.some((led) => isInside(tree, account.group, led));
}

/** The groups that somebody looks after, with everything below them; for administrators all. */
export function groupsWithin(tree: GroupTree, lead: Pick<Account, 'role' | 'leads'>): GroupId[] {
  return tree.filter(({ id }) => isWithin(tree, lead, { group: id })).map(({ id }) => id);
}

/** A group, and how many stand above it. */
export interface PlacedGroup extends Group {
  readonly depth: number;
}

/** The tree from top to bottom, those side by side by name: how lists and choices show it. */
export function inTreeOrder(tree: GroupTree, parent: GroupId | null = null, depth = 0): PlacedGroup[] {
  return tree
    .filter((group) => group.parent === parent)
    .sort((one, other) => one.name.localeCompare(other.name))
    .flatMap((group) => [{ ...group, depth }, ...inTreeOrder(tree, group.id, depth + 1)]);
}
