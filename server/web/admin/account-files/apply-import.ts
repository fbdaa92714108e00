/** Carries out a plan line by line, by what an administrator's own hand would call: each act is checked and written down as any other. */
import type { AdminContract } from '../../../../shared/contract/admin-contract.ts';
import type { ImportLine } from '../../../../shared/contract/account-file.ts';
import type { Client } from '../../../../shared/contract/contract.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { ErrorCode } from '../../../../shared/contract/errors.ts';
import type { AccountId } from '../../../../shared/contract/identifiers.ts';
import { saveAccount } from '../accounts/save-account.ts';
import { isNameTaken } from '../error-words.ts';
import { makePassword } from '../form/password.ts';

type NewLine = Extract<ImportLine, { is: 'new' }> & {
  /** The password of a try that was not answered. */
  readonly tried?: string;
  /** The account that was made, where only the rest is still to be done. */
  readonly madeAs?: AccountId;
};

/** The lines of a plan that something is to be done about, with what an earlier try has come to. */
export type LineToDo = NewLine | Extract<ImportLine, { is: 'changed' }>;

/** What has become of a plan so far. */
export interface ImportOutcome {
  readonly made: readonly { readonly userId: string; readonly fullName: string; readonly password: string }[];
  readonly changed: number;
  readonly failed: readonly { readonly line: number; readonly userId: string; readonly why: unknown }[];
  /** Not done yet, because the server was out of reach. */
  readonly left: readonly LineToDo[];
}

export const nothingDone: ImportOutcome = { made: [], changed: 0, failed: [], left: [] };

/** Trying the next line would come to the same. */
const outOfReach: readonly ErrorCode[] = ['no-answer', 'store-down', 'store-full', 'not-signed-in'];

/** Goes on from `before`. Never rejects but for bugs: the outcome says what was done and what was not. */
export async function applyImport(
  server: Client<AdminContract>,
  lines: readonly LineToDo[],
  before: ImportOutcome,
  onDone: (done: number) => void,
): Promise<ImportOutcome> {
  let outcome: ImportOutcome = { ...before, left: [] };
  for (const [place, line] of lines.entries()) {
    onDone(place);
    let doing: LineToDo = line;
    try {
      if (doing.is === 'changed') {
        await changeAccount(server, doing);
        outcome = { ...outcome, changed: outcome.changed + 1 };
        continue;
      }
      const { userId, fullName, tried, madeAs } = doing;
      // What is not answered may be done all the same: the next try is with the same password.
      const password = tried ?? makePassword();
      doing = { ...doing, tried: password };
      const id = madeAs ?? (await makeAccount(server, doing, { password, isAgain: tried !== undefined }));
      if (madeAs === undefined) outcome = { ...outcome, made: [...outcome.made, { userId, fullName, password }] };
      doing = { ...doing, madeAs: id };
      // How far an earlier try has come is not known.
      if (tried === undefined) await finishAccount(server, { ...doing, id });
      else await changeAccount(server, { ...doing, id });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (outOfReach.includes(error.code)) return { ...outcome, left: [doing, ...lines.slice(place + 1)] };
      const { line: number, userId } = line;
      outcome = { ...outcome, failed: [...outcome.failed, { line: number, userId, why: error }] };
    }
  }
  return outcome;
}

async function makeAccount(
  server: Client<AdminContract>,
  { userId, fullName, displayName, email, role, group, leads, channels }: NewLine,
  { password, isAgain }: { readonly password: string; readonly isAgain: boolean },
): Promise<AccountId> {
  const fields = { userId, fullName, displayName, email, role, group, leads, channels };
  try {
    return (await server.call('accounts.create', { ...fields, password })).account.id;
  } catch (error) {
    if (!isAgain || !isNameTaken(error)) throw error;
    const { accounts } = await server.call('accounts.list', {});
    // Somebody else may have taken the name in between: theirs is left alone.
    const own = accounts.find(
      (account) => account.userId === userId && account.fullName === fullName && account.email === email,
    );
    if (own === undefined) throw error;
    return own.id;
  }
}

/** What making an account does not take. */
async function finishAccount(server: Client<AdminContract>, { id, capacity, disabled }: NewLine & OfAccount) {
  if (capacity !== null) await server.call('accounts.setCapacity', { id, capacity });
  if (disabled) await server.call('accounts.setDisabled', { id, disabled });
}

async function changeAccount(server: Client<AdminContract>, line: LineToDo & OfAccount): Promise<void> {
  const { id, disabled, fullName, displayName, email, role, group, leads, channels, capacity } = line;
  const { account } = await server.call('accounts.get', { id });
  await saveAccount(server, account, { fullName, displayName, email, role, group, leads, channels, capacity });
  if (account.disabled !== disabled) await server.call('accounts.setDisabled', { id, disabled });
}

type OfAccount = { readonly id: AccountId };
