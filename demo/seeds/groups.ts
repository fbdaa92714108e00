import type { GroupId } from '../../shared/contract/identifiers.ts';
import type { Office } from '../office.ts';

/** The directory of accounts, each group after the one that it stands in. */
const groups = [
  { key: 'desk', name: 'Service desk', under: null },
  { key: 'firstLine', name: 'First line', under: 'desk' },
  { key: 'applications', name: 'Applications', under: 'desk' },
  { key: 'libraries', name: 'Libraries', under: null },
  { key: 'branches', name: 'Branches', under: 'libraries' },
] as const;
export type GroupKey = (typeof groups)[number]['key'];

/** The groups, by what the demo calls them. */
export async function seedGroups({ groups: service }: Office): Promise<Readonly<Record<GroupKey, GroupId>>> {
  const made: Partial<Record<GroupKey, GroupId>> = {};
  for (const { key, name, under } of groups) {
    made[key] = await service.create(name, under === null ? null : (made[under] ?? null));
  }
  return made as Record<GroupKey, GroupId>;
}
