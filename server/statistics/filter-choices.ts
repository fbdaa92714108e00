/** What the filters of statistics and sessions offer to somebody: only what they may see. */
import type { Account } from '../../shared/contract/account.ts';
import type { GroupTree } from '../../shared/contract/group.ts';
import { groupPath, groupsWithin, inTreeOrder } from '../../shared/contract/group-tree.ts';
import type { GroupId } from '../../shared/contract/identifiers.ts';
import { incidentPath } from '../../shared/contract/incident.ts';
import type { Incident } from '../../shared/contract/incident.ts';
import type { FilterChoices } from '../../shared/contract/statistics-operations.ts';
import type { ChannelDirectory } from '../edge/feature-seam.ts';
import type { GroupDirectory } from '../groups/group-service.ts';
import type { SeenBy } from '../groups/seen-reps.ts';

export interface FilterSources {
  readonly accounts: { list(): Promise<Account[]> };
  readonly channels: Pick<ChannelDirectory, 'list'>;
  readonly groups: GroupDirectory;
  readonly incidents: { list(): Promise<Incident[]> };
  readonly seenBy: SeenBy;
}

/** Reps by name, and the channels in which one of them is. */
export async function filterChoices(account: Account, sources: FilterSources): Promise<FilterChoices> {
  const [everybody, channels, tree, seen, catalogue] = await Promise.all([
    sources.accounts.list(),
    sources.channels.list(),
    sources.groups.tree(),
    sources.seenBy(account),
    sources.incidents.list(),
  ]);
  const isSeen = ({ id }: Pick<Account, 'id'>) => seen === undefined || seen.includes(id);
  const inside = new Set(groupsWithin(tree, account));
  return {
    channels: channels
      .filter(({ members }) => seen === undefined || members.some((id) => seen.includes(id)))
      .map(({ id, name }) => ({ id, name })),
    groups: inTreeOrder(tree)
      .filter(({ id }) => inside.has(id))
      .map(({ id }) => ({ id, name: pathName(tree, id) })),
    reps: everybody
      .filter(isSeen)
      .map(({ id, fullName }) => ({ id, name: fullName }))
      .sort((one, other) => one.name.localeCompare(other.name)),
    // Those that are offered no more too: the past is counted by them.
    incidents: catalogue.map(({ id }) => ({ id, name: incidentPath(catalogue, id) })),
  };
}

/** A group with those above it: “Support › Printing”. */
export function pathName(tree: GroupTree, id: GroupId): string {
  return groupPath(tree, id)
    .map(({ name }) => name)
    .toReversed()
    .join(' › ');
}
