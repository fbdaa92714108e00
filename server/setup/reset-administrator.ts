/** For an administrator who is locked out: whoever can run a command on the server may give them a new password. */
import { randomBytes } from 'node:crypto';
import type { AccountService } from '../accounts/account-service.ts';
import type { SignIns } from '../accounts/sign-ins.ts';
import type { AuditWriter } from '../audit/audit.ts';
import type { TwoStep } from '../two-step/two-step-service.ts';

export interface ResetResult {
  /** Sentences for the terminal, one a line. */
  readonly lines: readonly string[];
  readonly done: boolean;
}

/** Gives a named administrator a random password, told once; takes the second step away, switches the account on and ends all its sign-ins. */
export async function resetAdministrator(
  userId: string | undefined,
  parts: {
    readonly accounts: AccountService;
    readonly signIns: SignIns;
    readonly twoStep: Pick<TwoStep, 'state' | 'reset'>;
    readonly audit: AuditWriter;
  },
): Promise<ResetResult> {
  const { accounts, signIns, twoStep, audit } = parts;
  const administrators = (await accounts.list()).filter(({ role }) => role === 'administrator');
  const wanted = administrators.find((account) => account.userId.toLowerCase() === userId?.toLowerCase());
  if (wanted === undefined) return { done: false, lines: explain(userId, administrators) };

  const password = randomBytes(15).toString('base64url');
  await accounts.setPassword(wanted.id, password);
  await accounts.setDisabled(wanted.id, false);
  const hadTwoStep = (await twoStep.state(wanted)).since !== null;
  if (hadTwoStep) await twoStep.reset(wanted.id);
  await signIns.revoke(wanted.id, 'Your password was reset on the server. Sign in with the new one.');
  audit({ actor: 'server command', action: 'administrator.reset', target: wanted.id, outcome: 'done' });
  return {
    done: true,
    lines: [
      `New password of ${wanted.userId} (${JSON.stringify(wanted.fullName)}): ${password}`,
      'It is shown this once. Sign in to the web panel with it and set one of your own.',
      ...(hadTwoStep
        ? ['Two-step sign-in is off for this account. Switch it on again in the panel, at Your account.']
        : []),
    ],
  };
}

function explain(userId: string | undefined, administrators: readonly { readonly userId: string }[]): string[] {
  if (administrators.length === 0) {
    return ['There is no administrator yet. Start the server and open the set-up link that it prints.'];
  }
  const names = administrators.map((account) => account.userId).join(', ');
  return userId === undefined
    ? ['Say whose password to reset: npm run admin:reset -- <user ID>', `Administrators: ${names}`]
    : [`${JSON.stringify(userId)} is no administrator here. Administrators: ${names}`];
}
