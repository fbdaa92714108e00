import type { adminAccountFileOperations } from '../../shared/contract/account-file.ts';
import type { adminAuditOperations } from '../../shared/contract/audit-operations.ts';
import type { adminTwoStepOperations } from '../../shared/contract/two-step-operations.ts';
/**
 * What the web panel asks of accounts, channels and the organisation, which are there without the features. All else is
 * answered by them. A file of its own, because the features are told of it and must not need its handlers.
 */
export type CoreAdminOperation =
  | keyof typeof adminTwoStepOperations
  | keyof typeof adminAuditOperations
  | keyof typeof adminAccountFileOperations
  | 'self.get'
  | 'self.update'
  | 'self.setPassword'
  | 'organisation.update'
  | 'organisation.times'
  | 'organisation.setTimes'
  | 'accounts.list'
  | 'accounts.page'
  | 'accounts.get'
  | 'accounts.create'
  | 'accounts.update'
  | 'accounts.setPassword'
  | 'accounts.setDisabled'
  | 'accounts.setPicture'
  | 'groups.list'
  | 'groups.create'
  | 'groups.rename'
  | 'groups.move'
  | 'groups.remove'
  | 'accounts.setCapacity'
  | 'channels.list'
  | 'channels.create'
  | 'channels.update'
  | 'channels.setReserving'
  | 'channels.changeMembers'
  | 'channels.remove';
