/** Web panel ↔ server, over HTTP: `POST /api/admin/<operation>` with the parameters as JSON. */
import * as v from 'valibot';
import { Account, NewPassword, PictureData, Role, TriedPassword, UserId } from './account.ts';
import { adminBrandingOperations } from './branding-operations.ts';
import { adminAuditOperations } from './audit-operations.ts';
import { adminAccountFileOperations } from './account-file.ts';
import { adminAccountOperations } from './account-operations.ts';
import { Channel, ChannelDescription, ChannelName } from './channel.ts';
import { Nothing, contract, operation } from './contract.ts';
import { adminFileOperations } from './conversation-file.ts';
import { LedGroups } from './group.ts';
import { adminGroupOperations } from './group-operations.ts';
import { AccountId, ChannelId, GroupId } from './identifiers.ts';
import { adminIncidentOperations } from './incident-operations.ts';
import { adminInvitationOperations } from './invitation-operations.ts';
import { adminMailOperations } from './mail-operations.ts';
import { adminCustomerDataOperations } from './customer-data.ts';
import { Organisation, OrganisationName } from './organisation.ts';
import { adminReservationOperations } from './reservation-operations.ts';
import { adminBoardOperations } from './live-board.ts';
import { adminRetentionOperations } from './retention.ts';
import { adminReportOperations } from './report-operations.ts';
import { adminSessionRecordOperations } from './session-record-operations.ts';
import { adminRightOperations } from './right-operations.ts';
import { adminStatisticsOperations } from './statistics-operations.ts';
import { adminQueueOperations } from './queue-operations.ts';
import { ChannelDistribution, ChannelNumbers } from './queue-settings.ts';
import { adminRelayOperations } from './relay.ts';
import { adminRecordingOperations } from './shell-recording.ts';
import { adminSharedItemOperations } from './shared-item-operations.ts';
import { adminSurveyOperations } from './survey.ts';
import { OptionalEmail, PersonName } from './text.ts';
import { adminTwoStepOperations } from './two-step-operations.ts';

const AccountFields = {
  fullName: PersonName,
  displayName: PersonName,
  email: OptionalEmail,
};
const one = v.strictObject({ account: Account });
const oneChannel = v.strictObject({ channel: Channel });

export const adminContract = contract(
  {
    /** `timeZone` is the organisation's, by its IANA name: whole days are counted and times are shown in it. */
    'self.get': operation(
      Nothing,
      v.strictObject({ account: Account, organisation: Organisation, origin: v.string(), timeZone: v.string() }),
    ),
    /** Own names only: role, channels and state are never taken from the account itself. */
    'self.update': operation(v.strictObject({ ...AccountFields }), one),
    'self.setPassword': operation(v.strictObject({ current: TriedPassword, password: NewPassword }), Nothing),
    ...adminTwoStepOperations,
    ...adminAuditOperations,
    ...adminFileOperations,
    'organisation.update': operation(
      v.strictObject({ name: OrganisationName }),
      v.strictObject({ organisation: Organisation }),
    ),
    'accounts.list': operation(Nothing, v.strictObject({ accounts: v.array(Account) })),
    'accounts.create': operation(
      v.strictObject({
        userId: UserId,
        ...AccountFields,
        role: Role,
        password: NewPassword,
        channels: v.array(ChannelId),
        group: v.optional(v.nullable(GroupId)),
        leads: v.optional(LedGroups),
      }),
      one,
    ),
    /** `group` and `leads` stay as they are when they are left out. */
    'accounts.update': operation(
      v.strictObject({
        id: AccountId,
        ...AccountFields,
        role: Role,
        group: v.optional(v.nullable(GroupId)),
        leads: v.optional(LedGroups),
      }),
      one,
    ),
    'accounts.setPassword': operation(v.strictObject({ id: AccountId, password: NewPassword }), Nothing),
    /** Disabling closes every link of the account within a second. */
    'accounts.setDisabled': operation(v.strictObject({ id: AccountId, disabled: v.boolean() }), one),
    'accounts.setPicture': operation(v.strictObject({ id: AccountId, picture: v.nullable(PictureData) }), one),
    ...adminAccountOperations,
    ...adminAccountFileOperations,
    'channels.list': operation(Nothing, v.strictObject({ channels: v.array(Channel) })),
    'channels.create': operation(v.strictObject({ name: ChannelName, description: ChannelDescription }), oneChannel),
    'channels.update': operation(
      v.strictObject({
        id: ChannelId,
        name: ChannelName,
        description: ChannelDescription,
        numbers: ChannelNumbers,
        distribution: ChannelDistribution,
      }),
      oneChannel,
    ),
    /** Who comes and who goes; all others stay, whoever has put them in meanwhile. */
    'channels.changeMembers': operation(
      v.strictObject({ id: ChannelId, add: v.array(AccountId), remove: v.array(AccountId) }),
      oneChannel,
    ),
    ...adminGroupOperations,
    ...adminReservationOperations,
    ...adminRightOperations,
    'channels.remove': operation(v.strictObject({ id: ChannelId }), Nothing),
    ...adminMailOperations,
    ...adminStatisticsOperations,
    ...adminSurveyOperations,
    ...adminQueueOperations,
    ...adminIncidentOperations,
    ...adminBrandingOperations,
    ...adminSharedItemOperations,
    ...adminRelayOperations,
    ...adminInvitationOperations,
    ...adminSessionRecordOperations,
    ...adminRecordingOperations,
    ...adminReportOperations,
    ...adminBoardOperations,
    ...adminCustomerDataOperations,
    ...adminRetentionOperations,
  },
  v.never(),
);
export type AdminContract = typeof adminContract;
