import type { Account } from '../../shared/contract/account.ts';

/** Who calls from the web panel. */
export interface AdminContext {
  readonly account: Account;
  readonly tokenHash: string;
  readonly address: string;
}
