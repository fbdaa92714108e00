/** The second step of signing in: a ticket that the password gave, and a code. */
import type { Account } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { Token } from '../../shared/contract/identifiers.ts';
import type { RecoveryCodes, TwoStepSecret } from '../../shared/contract/two-step.ts';
import type { AccountService } from '../accounts/account-service.ts';
import type { SignInKind } from '../accounts/sign-in-model.ts';
import type { SignInPlaces } from '../accounts/sign-in-places.ts';
import type { SignInThrottle } from '../accounts/sign-in-throttle.ts';
import type { SignIns } from '../accounts/sign-ins.ts';
import type { AuditWriter } from '../audit/audit.ts';
import { hashSecret } from '../secrets/random.ts';
import type { SignInTickets, StoredSignInTicket } from './sign-in-tickets.ts';
import type { TwoStep } from './two-step-service.ts';

export interface SecondStep {
  /** A secret for who must set two-step sign-in up first. Throws `ticket-refused`. */
  enrol(ticket: Token): Promise<TwoStepSecret>;
  /** Throws `code-wrong`, `ticket-refused`, `too-many-tries`, or `not-allowed` for an account that was disabled meanwhile. */
  finish(tried: {
    readonly ticket: Token;
    readonly code: string;
    readonly kind: SignInKind;
    readonly address: string;
  }): Promise<{ readonly token: Token; readonly account: Account; readonly recoveryCodes: RecoveryCodes | null }>;
}

export function createSecondStep(parts: {
  readonly twoStep: TwoStep;
  readonly tickets: SignInTickets;
  readonly signIns: Pick<SignIns, 'open'>;
  readonly accounts: Pick<AccountService, 'credentials'>;
  readonly throttle: Pick<SignInThrottle, 'beginCode'>;
  readonly places: SignInPlaces;
  readonly audit: AuditWriter;
}): SecondStep {
  const { twoStep, tickets, signIns, accounts, throttle, places, audit } = parts;

  /** The account as it is now. Whose password was changed since has no ticket any more. */
  async function accountOf({ userId, account, proof }: StoredSignInTicket): Promise<Account> {
    const known = await accounts.credentials(userId);
    if (known === undefined || known.account.id !== account || hashSecret(known.passwordHash) !== proof)
      throw new AppError('ticket-refused');
    if (known.account.disabled)
      throw new AppError('not-allowed', { text: 'This account is switched off. Ask an administrator.' });
    return known.account;
  }

  return {
    async enrol(ticket) {
      const found = await tickets.look(ticket);
      if (found.step !== 'enrol') throw new AppError('ticket-refused');
      return twoStep.begin(await accountOf(found));
    },

    async finish({ ticket, code, kind, address }) {
      const taken = await tickets.take(ticket, kind);
      const { userId } = taken;
      const tell = (outcome: 'failed' | 'refused') =>
        audit({ actor: userId, action: 'sign-in.second-step', address, outcome });
      const isKnownPlace = places.has(userId, address);
      const isSixDigits = code.length === 6;
      try {
        const takeBack = await throttle.beginCode({ account: taken.account, address, isKnownPlace, isSixDigits });
        const account = await accountOf(taken);
        const recoveryCodes = taken.step === 'enrol' ? await twoStep.confirm(account.id, code) : null;
        if (recoveryCodes === null) await twoStep.prove(account.id, code);
        else audit({ actor: account.id, action: 'self.confirmTwoStep', address, outcome: 'done' });
        await takeBack();
        await tickets.spend(ticket);
        const token = await signIns.open(account.id, kind);
        await places.note(userId, address);
        const actorName = `${account.fullName} (${account.userId})`;
        audit({ actor: account.id, actorName, action: `sign-in.${kind}`, address, outcome: 'done' });
        return { token, account, recoveryCodes };
      } catch (error) {
        if (error instanceof AppError) tell(error.code === 'too-many-tries' ? 'refused' : 'failed');
        throw error;
      }
    },
  };
}
