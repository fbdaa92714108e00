import type { Account } from '../../shared/contract/account.ts';
import type { AccountService } from './account-service.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';

/** Asks somebody who is signed in for their password. @throws AppError `wrong-credentials`, `too-many-tries` */
export type OwnPasswordCheck = (
  who: { readonly account: Account; readonly address: string },
  password: string,
) => Promise<void>;

/** Counted as tries to sign in are: whoever only found the computer open must not find the password out by trying. */
export function createOwnPasswordCheck(parts: {
  readonly accounts: Pick<AccountService, 'checkPassword'>;
  readonly throttle: Pick<SignInThrottle, 'begin'>;
}): OwnPasswordCheck {
  return async ({ account, address }, password) => {
    const takeBack = await parts.throttle.begin(account.userId, address);
    await parts.accounts.checkPassword(account.id, password);
    await takeBack();
  };
}
