/** What the open links must hear of accounts: one place to tell it, so that services need not know about sockets. */
import type { Account } from '../../shared/contract/account.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { SignInKind } from './sign-in-model.ts';

/** Sign-ins that hold no longer: all of an account, or those that `only` and `except` leave (hashes of tokens). */
export interface Revocation {
  readonly account: AccountId;
  /** Said to the person whose link closes. */
  readonly text: string;
  readonly only?: string;
  readonly except?: string;
  /** The kind of all of them, when there are no others. */
  readonly kind?: SignInKind;
}

export interface AccountNews {
  changed(account: Account): void;
  revoked(revocation: Revocation): void;
  /** The returned function ends the subscription. */
  subscribe(listener: AccountListener): () => void;
}

export interface AccountListener {
  changed(account: Account): void;
  revoked(revocation: Revocation): void;
}

export function createAccountNews(): AccountNews {
  const listeners = new Set<AccountListener>();
  return {
    changed: (account) => listeners.forEach((listener) => listener.changed(account)),
    revoked: (revocation) => listeners.forEach((listener) => listener.revoked(revocation)),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
