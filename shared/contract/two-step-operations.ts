/** The operations of two-step sign-in: at the door, in one's own account, and for administrators. */
import * as v from 'valibot';
import { Account, Role, TriedPassword } from './account.ts';
import { Nothing, operation } from './contract.ts';
import { AccountId, Token } from './identifiers.ts';
import { Organisation } from './organisation.ts';
import { RecoveryCodes, SecondStepCode, TwoStepSecret, TwoStepState } from './two-step.ts';

const forTicket = v.strictObject({ ticket: Token, code: SecondStepCode });
/** Told once, when this very step has switched two-step sign-in on. */
const recoveryCodes = v.nullable(RecoveryCodes);

/**
 * The password was right and is not enough: `code` asks for the second step, `enrol` for setting it up first. The ticket
 * lives five minutes and five tries.
 */
export const furtherSteps = [
  v.strictObject({ step: v.literal('code'), ticket: Token }),
  v.strictObject({ step: v.literal('enrol'), ticket: Token }),
] as const;

export const entryTwoStepOperations = {
  /** A fresh secret for who has to set two-step sign-in up before anything else. */
  'twoStep.enrol': operation(v.strictObject({ ticket: Token }), TwoStepSecret),
  /** The second step in the extension; with an `enrol` ticket its first code, which switches it on. */
  'rep.secondStep': operation(
    forTicket,
    v.strictObject({ token: Token, account: Account, organisation: Organisation, recoveryCodes }),
  ),
  /** The same in the web panel: sets the cookie. */
  'admin.secondStep': operation(forTicket, v.strictObject({ account: Account, recoveryCodes })),
};

const oneTwoStep = v.strictObject({ twoStep: TwoStepState });
const ownPassword = v.strictObject({ password: TriedPassword });

export const adminTwoStepOperations = {
  'self.twoStep': operation(Nothing, oneTwoStep),
  /** A fresh secret; nothing changes before a first code has confirmed it. */
  'self.beginTwoStep': operation(ownPassword, TwoStepSecret),
  'self.confirmTwoStep': operation(
    v.strictObject({ code: SecondStepCode }),
    v.strictObject({ recoveryCodes: RecoveryCodes }),
  ),
  /** Ten new recovery codes; the old ones are worth nothing. */
  'self.renewRecovery': operation(ownPassword, v.strictObject({ recoveryCodes: RecoveryCodes })),
  'self.endTwoStep': operation(ownPassword, Nothing),
  'accounts.twoStep': operation(v.strictObject({ id: AccountId }), oneTwoStep),
  /** Takes the second step away from an account, as after a lost phone, and ends its sign-ins. */
  'accounts.resetTwoStep': operation(v.strictObject({ id: AccountId }), oneTwoStep),
  /** Asks the second step of one account, whatever its role, from its next sign-in on; or leaves it to the role again. */
  'accounts.requireTwoStep': operation(v.strictObject({ id: AccountId, required: v.boolean() }), oneTwoStep),
  'twoStep.rules': operation(Nothing, v.strictObject({ roles: v.array(Role) })),
  /** Of which roles two-step sign-in is asked, from their next sign-in on. */
  'twoStep.require': operation(
    v.strictObject({ roles: v.pipe(v.array(Role), v.maxLength(3)) }),
    v.strictObject({ roles: v.array(Role) }),
  ),
};
