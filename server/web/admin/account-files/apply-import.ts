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

/** The lines of a plan that something is to be done about. `tried` is the password of a try that was not answered. */
export type LineToDo = Extract<ImportLine, { is: 'new' | 'changed' }> & { readonly tried?: string };

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
    const password = line.tried ?? makePassword();
    try {
      outcome = await applyLine(server, line, password, outcome);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // What was not answered may have been done all the same: the next try is with the same password.
      if (outOfReach.includes(error.code)) {
        return { ...outcome, left: [{ ...line, tried: password }, ...lines.slice(place + 1)] };
      }
      outcome = { ...outcome, failed: [...outcome.failed, { line: line.line, userId: line.userId, why: error }] };
    }
  }
  return outcome;
}

async function applyLine(
  server: Client<AdminContract>,
  line: LineToDo,
  password: string,
  outcome: ImportOutcome,
): Promise<ImportOutcome> {
  if (line.is === 'changed') {
    await changeAccount(server, line);
    return { ...outcome, changed: outcome.changed + 1 };
  }
  const { userId, fullName, displayName, email, role, group, leads, channels, capacity, disabled } = line;
  const fields = { fullName, displayName, email, role, group, leads, channels };
  const made = { ...outcome, made: [...outcome.made, { userId, fullName, password }] };
  let id: AccountId;
  try {
    ({ id } = (await server.call('accounts.create', { userId, password, ...fields })).account);
  } catch (error) {
    if (line.tried === undefined || !isNameTaken(error)) throw error;
    return made;
  }
  try {
    if (capacity !== null) await server.call('accounts.setCapacity', { id, capacity });
    if (disabled) await server.call('accounts.setDisabled', { id, disabled });
  } catch (why) {
    // The account is there, and so is its password: only the rest is missing.
    if (!(why instanceof AppError)) throw why;
    return { ...made, failed: [...made.failed, { line: line.line, userId, why }] };
  }
  return made;
}

async function changeAccount(server: Client<AdminContract>, line: Extract<LineToDo, { is: 'changed' }>): Promise<void> {
  const { id, disabled, fullName, displayName, email, role, group, leads, channels, capacity } = line;
  const { account } = await server.call('accounts.get', { id });
  await saveAccount(server, account, { fullName, displayName, email, role, group, leads, channels, capacity });
  if (account.disabled !== disabled) await server.call('accounts.setDisabled', { id, disabled });
}
