import { signal } from '@preact/signals';
import type { AccountId } from '../../../../shared/contract/identifiers.ts';

/** The password of the account made last, on its way to that account's page: nothing else in the panel knows it. */
export const freshPassword = signal<{ readonly account: AccountId; readonly password: string } | undefined>(undefined);
