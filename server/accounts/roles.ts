/** Who may do what, in one place: the least role for each operation of the web panel. */
import type { Role } from '../../shared/contract/account.ts';
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { OperationName } from '../../shared/contract/contract.ts';
import type { repTeamOperations } from '../../shared/contract/team-operations.ts';

const ranks: Record<Role, number> = { representative: 0, 'team-lead': 1, administrator: 2 };

/** A new operation does not compile before somebody has decided who may call it. */
export const leastRole: Record<OperationName<AdminContract>, Role> = {
  'self.get': 'representative',
  'self.update': 'representative',
  'self.setPassword': 'representative',
  'self.twoStep': 'representative',
  'self.beginTwoStep': 'representative',
  'self.confirmTwoStep': 'representative',
  'self.renewRecovery': 'representative',
  'self.endTwoStep': 'representative',
  'accounts.twoStep': 'administrator',
  'accounts.resetTwoStep': 'administrator',
  'accounts.requireTwoStep': 'administrator',
  'twoStep.rules': 'administrator',
  'twoStep.require': 'administrator',
  'audit.list': 'administrator',
  'audit.export': 'administrator',
  'audit.check': 'administrator',
  'organisation.update': 'administrator',
  'organisation.times': 'administrator',
  'organisation.setTimes': 'administrator',
  'accounts.list': 'administrator',
  'accounts.page': 'administrator',
  'accounts.get': 'administrator',
  'accounts.create': 'administrator',
  'accounts.update': 'administrator',
  'accounts.setCapacity': 'administrator',
  'accounts.setPassword': 'administrator',
  'accounts.setDisabled': 'administrator',
  'accounts.setPicture': 'administrator',
  'rights.get': 'administrator',
  'rights.set': 'administrator',
  'rights.of': 'administrator',
  'groups.list': 'administrator',
  'groups.create': 'administrator',
  'groups.rename': 'administrator',
  'groups.move': 'administrator',
  'groups.remove': 'administrator',
  'channels.list': 'administrator',
  'channels.create': 'administrator',
  'channels.update': 'administrator',
  'channels.setReserving': 'administrator',
  'channels.setMembers': 'administrator',
  'channels.remove': 'administrator',
  'queueDefaults.get': 'administrator',
  'queueDefaults.update': 'administrator',
  'mail.get': 'administrator',
  'mail.update': 'administrator',
  'mail.remove': 'administrator',
  'mail.test': 'administrator',
  'incidents.list': 'administrator',
  'incidents.add': 'administrator',
  'incidents.change': 'administrator',
  'incidents.move': 'administrator',
  'incidents.setRetired': 'administrator',
  'shared.list': 'administrator',
  'shared.add': 'administrator',
  'shared.change': 'administrator',
  'shared.move': 'administrator',
  'shared.remove': 'administrator',
  'relay.get': 'administrator',
  'relay.update': 'administrator',
  'relay.remove': 'administrator',
  'relay.test': 'administrator',
  'branding.get': 'administrator',
  'branding.update': 'administrator',
  'branding.setLogo': 'administrator',
  'helpDesks.get': 'administrator',
  'helpDesks.update': 'administrator',
  'statistics.choices': 'team-lead',
  'statistics.get': 'team-lead',
  'statistics.csv': 'team-lead',
  'sessions.list': 'team-lead',
  'sessions.csv': 'team-lead',
  'sessions.read': 'team-lead',
  'sessions.log': 'team-lead',
  'board.look': 'team-lead',
};

/** The operations on a rep's link that ask for more than being a rep. */
export const leastRoleOnLink: Record<keyof typeof repTeamOperations, Role> = {
  'team.look': 'team-lead',
  'team.take': 'team-lead',
  'team.assign': 'team-lead',
  'team.prioritise': 'team-lead',
};

/** Whether a role is at least another one. */
export function isAtLeast(role: Role, least: Role): boolean {
  return ranks[role] >= ranks[least];
}
