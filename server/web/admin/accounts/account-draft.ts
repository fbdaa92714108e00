import type { Account, Role } from '../../../../shared/contract/account.ts';
import type { ChannelId } from '../../../../shared/contract/identifiers.ts';
import { texts } from '../../texts/admin-en.ts';

/** What can be changed of an account with one Save. */
export interface AccountDraft {
  fullName: string;
  displayName: string;
  email: string;
  role: Role;
  channels: readonly ChannelId[];
}

export function accountDraft({ fullName, displayName, email, role, channels }: Account): AccountDraft {
  return { fullName, displayName, email, role, channels };
}

/** What differs, in words; nothing when all is as saved. */
export function accountChanges(saved: AccountDraft, now: AccountDraft): string[] {
  const { changes } = texts.accounts;
  const names = (['fullName', 'displayName', 'email'] as const).filter((key) => saved[key] !== now[key].trim());
  return [
    ...names.map((key) => changes[key]),
    ...(saved.role === now.role ? [] : [changes.role(saved.role, now.role)]),
    ...(isSameSet(saved.channels, now.channels) ? [] : [changes.channels]),
  ];
}

/** Whether two lists hold the same, in whatever order. */
export function isSameSet<Id>(one: readonly Id[], other: readonly Id[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}
