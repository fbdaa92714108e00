import type { Account, Role } from '../../../../shared/contract/account.ts';
import type { ChannelId, GroupId } from '../../../../shared/contract/identifiers.ts';
import { groupTexts } from '../../texts/admin-groups-en.ts';
import { texts } from '../../texts/admin-en.ts';

/** What can be changed of an account with one Save. */
export interface AccountDraft {
  fullName: string;
  displayName: string;
  email: string;
  role: Role;
  channels: readonly ChannelId[];
  group: GroupId | null;
  leads: readonly GroupId[];
  capacity: number | null;
}

export function accountDraft(account: Account): AccountDraft {
  const { fullName, displayName, email, role, channels, group, leads, capacity } = account;
  return { fullName, displayName, email, role, channels, group, leads, capacity };
}

/** What differs, in words; nothing when all is as saved. `groupName` names a group, or none. */
export function accountChanges(
  saved: AccountDraft,
  now: AccountDraft,
  groupName: (group: GroupId | null) => string,
): string[] {
  const { changes } = texts.accounts;
  const names = (['fullName', 'displayName', 'email'] as const).filter((key) => saved[key] !== now[key].trim());
  return [
    ...names.map((key) => changes[key]),
    ...(saved.role === now.role ? [] : [changes.role(saved.role, now.role)]),
    ...(saved.group === now.group ? [] : [groupTexts.changes.group(groupName(saved.group), groupName(now.group))]),
    ...(saved.capacity === now.capacity ? [] : [changes.capacity(atOnce(saved.capacity), atOnce(now.capacity))]),
    ...(isSameSet(saved.leads, now.leads) ? [] : [groupTexts.changes.leads]),
    ...(isSameSet(saved.channels, now.channels) ? [] : [changes.channels]),
  ];
}

function atOnce(capacity: number | null): string {
  return capacity === null ? texts.accounts.capacity.none : String(capacity);
}

/** Whether two lists hold the same, in whatever order. */
export function isSameSet<Id>(one: readonly Id[], other: readonly Id[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}
