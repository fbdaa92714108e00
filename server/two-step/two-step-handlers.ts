import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { adminTwoStepOperations } from '../../shared/contract/two-step-operations.ts';
import type { AccountService } from '../accounts/account-service.ts';
import { createOwnPasswordCheck } from '../accounts/own-password.ts';
import type { SignInThrottle } from '../accounts/sign-in-throttle.ts';
import type { SignIns } from '../accounts/sign-ins.ts';
import type { AdminContext } from '../admin/admin-context.ts';
import type { TwoStep } from './two-step-service.ts';

export type TwoStepHandlers = Pick<Handlers<AdminContract, AdminContext>, keyof typeof adminTwoStepOperations>;

/** What people do about their own second step, and administrators about everybody's. */
export function createTwoStepHandlers(parts: {
  readonly twoStep: TwoStep;
  readonly accounts: Pick<AccountService, 'find' | 'checkPassword'>;
  readonly signIns: Pick<SignIns, 'revoke'>;
  readonly throttle: Pick<SignInThrottle, 'begin' | 'beginCode'>;
}): TwoStepHandlers {
  const { twoStep, accounts, signIns, throttle } = parts;
  const checkPassword = createOwnPasswordCheck(parts);
  const accountOf = async (id: AccountId) => {
    const account = await accounts.find(id);
    if (account === undefined) throw new AppError('not-found');
    return account;
  };

  return {
    'self.twoStep': async (_nothing, { account }) => ({ twoStep: await twoStep.state(account) }),
    'self.beginTwoStep': async ({ password }, { account, address }) => {
      // Whoever only found the computer open does not know it, and must not lock the owner out by a second step of theirs.
      await checkPassword({ account, address }, password);
      return twoStep.begin(account);
    },
    'self.confirmTwoStep': async ({ code }, { account, address }) => {
      const tried = { account: account.id, address, isKnownPlace: true, isSixDigits: true };
      const takeBack = await throttle.beginCode(tried);
      const recoveryCodes = await twoStep.confirm(account.id, code);
      await takeBack();
      return { recoveryCodes };
    },
    'self.renewRecovery': async ({ password }, { account, address }) => {
      await checkPassword({ account, address }, password);
      return { recoveryCodes: await twoStep.renewRecovery(account.id) };
    },
    'self.endTwoStep': async ({ password }, { account, address }) => {
      await checkPassword({ account, address }, password);
      await twoStep.end(account);
      return {};
    },
    'accounts.twoStep': async ({ id }) => ({ twoStep: await twoStep.state(await accountOf(id)) }),
    'accounts.resetTwoStep': async ({ id }) => {
      const account = await accountOf(id);
      await twoStep.reset(id);
      await signIns.revoke(id, 'An administrator reset your two-step sign-in. Sign in again.');
      return { twoStep: await twoStep.state(account) };
    },
    'accounts.requireTwoStep': async ({ id, required }) => {
      const account = await accountOf(id);
      await twoStep.requireOf(id, required);
      return { twoStep: await twoStep.state(account) };
    },
    'twoStep.rules': async () => ({ roles: await twoStep.rules() }),
    'twoStep.require': async ({ roles }) => ({ roles: await twoStep.require(roles) }),
  };
}
