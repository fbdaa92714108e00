/** The web panel's operations. Which role may call which is decided in `accounts/roles.ts` before any of these runs. */
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AccountService } from '../accounts/account-service.ts';
import type { SignIns } from '../accounts/sign-ins.ts';
import { createAccountFileHandlers } from '../account-files/account-file-handlers.ts';
import { createChannelHandlers } from '../channels/channel-handlers.ts';
import type { ChannelHandlerParts } from '../channels/channel-handlers.ts';
import { createGroupHandlers } from '../groups/group-handlers.ts';
import type { GroupService } from '../groups/group-service.ts';
import type { OrganisationService } from '../organisation/organisation-service.ts';
import { createTwoStepHandlers } from '../two-step/two-step-handlers.ts';
import type { TwoStep } from '../two-step/two-step-service.ts';
import { createOwnPasswordCheck } from '../accounts/own-password.ts';
import type { SignInThrottle } from '../accounts/sign-in-throttle.ts';
import { createAuditHandlers } from '../audit/audit-handlers.ts';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { AdminContext } from './admin-context.ts';
import type { CoreAdminOperation } from './core-operations.ts';

export interface AdminHandlerParts extends ChannelHandlerParts {
  readonly accounts: AccountService;
  readonly signIns: SignIns;
  readonly groups: GroupService;
  readonly throttle: Pick<SignInThrottle, 'begin' | 'beginCode'>;
  readonly twoStep: TwoStep;
  readonly auditTrail: AuditTrail;
  readonly organisation: OrganisationService;
  /** The server's public address. */
  readonly origin: () => string;
}

/** Everything that is answered without the features. */
export type CoreAdminHandlers = Pick<Handlers<AdminContract, AdminContext>, CoreAdminOperation>;

export function createAdminHandlers(parts: AdminHandlerParts): CoreAdminHandlers {
  const { accounts, signIns, organisation, origin } = parts;
  const checkPassword = createOwnPasswordCheck(parts);
  const zone = async () => (await organisation.times()).timeZone;
  return {
    'self.get': async (_nothing, { account }) => ({
      account,
      organisation: await organisation.get(),
      origin: origin(),
      timeZone: await zone(),
    }),
    'self.update': async (names, { account }) => ({ account: await accounts.rename(account.id, names) }),
    'self.setPassword': async ({ current, password }, { account, address, tokenHash }) => {
      await checkPassword({ account, address }, current);
      await accounts.setPassword(account.id, password);
      await signIns.revoke(account.id, 'Your password was changed. Sign in again.', tokenHash);
      return {};
    },
    'organisation.update': async ({ name }) => ({ organisation: await organisation.rename(name) }),
    'organisation.times': async () => ({ times: await organisation.times() }),
    'organisation.setTimes': async (wanted) => {
      const times = await organisation.setTimes(wanted);
      await parts.channelsChanged();
      return { times };
    },
    ...createAccountHandlers(parts),
    ...createAccountFileHandlers(parts),
    ...createChannelHandlers(parts),
    ...createGroupHandlers(parts),
    ...createTwoStepHandlers(parts),
    ...createAuditHandlers(parts.auditTrail, zone),
  };
}

type AccountHandlers = Pick<
  Handlers<AdminContract, AdminContext>,
  | 'accounts.list'
  | 'accounts.page'
  | 'accounts.get'
  | 'accounts.create'
  | 'accounts.update'
  | 'accounts.setPassword'
  | 'accounts.setDisabled'
  | 'accounts.setPicture'
  | 'accounts.setCapacity'
>;

function createAccountHandlers({ accounts, signIns, channelsChanged }: AdminHandlerParts): AccountHandlers {
  return {
    'accounts.list': async () => ({ accounts: await accounts.list() }),
    'accounts.page': async (query) => {
      const { items, ...page } = await accounts.page(query);
      return { ...page, items: [...items] };
    },
    'accounts.get': async ({ id }) => {
      const account = await accounts.find(id);
      if (account === undefined) throw new AppError('not-found');
      return { account };
    },
    'accounts.create': async (fresh) => {
      const account = await accounts.create(fresh);
      if (fresh.channels.length > 0) await channelsChanged();
      return { account };
    },
    'accounts.update': async ({ id, role, group, leads, ...names }) => {
      await accounts.setRole(id, role);
      if (group !== undefined || leads !== undefined) await accounts.setPlace(id, { group, leads });
      return { account: await accounts.rename(id, names) };
    },
    'accounts.setPassword': async ({ id, password }) => {
      await accounts.setPassword(id, password);
      await signIns.revoke(id, 'An administrator changed your password. Sign in with the new one.');
      return {};
    },
    'accounts.setDisabled': async ({ id, disabled }) => {
      const account = await accounts.setDisabled(id, disabled);
      if (disabled) await signIns.revoke(id, 'An administrator switched this account off.');
      return { account };
    },
    'accounts.setCapacity': async ({ id, capacity }) => {
      const account = await accounts.setCapacity(id, capacity);
      await channelsChanged();
      return { account };
    },
    'accounts.setPicture': async ({ id, picture }) => ({ account: await accounts.setPicture(id, picture) }),
  };
}
