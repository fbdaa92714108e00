/** Signing in and out, and who a token belongs to; the second step is `two-step/second-step.ts`. Tokens are opaque, stored only as hashes, and die at once when revoked. */
import type { Account } from '../../shared/contract/account.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AccountId, Token } from '../../shared/contract/identifiers.ts';
import type { AuditWriter } from '../audit/audit.ts';
import type { Clock } from '../config/clock.ts';
import { hashSecret, newToken } from '../secrets/random.ts';
import type { AccountNews } from './account-news.ts';
import type { AccountService } from './account-service.ts';
import type { FairLine } from './fair-line.ts';
import { verifyPassword } from './password-hash.ts';
import type { SignInKind, SignInModel } from './sign-in-model.ts';
import type { SignInPlaces } from './sign-in-places.ts';
import type { SignInThrottle } from './sign-in-throttle.ts';
import type { SignInTickets } from '../two-step/sign-in-tickets.ts';
import type { TwoStep } from '../two-step/two-step-service.ts';

const tooMany = () => Promise.reject(new AppError('too-many-tries'));

/** How long a sign-in holds, in milliseconds. */
export const signInLifeMs: Record<SignInKind, number> = { extension: 30 * 24 * 3_600_000, panel: 12 * 3_600_000 };

/** Who calls, once a token was looked up. */
export interface SignedIn {
  readonly account: Account;
  readonly tokenHash: string;
}

/** What the right password brings: a sign-in, or a ticket for what is still needed. */
export type SignInOutcome =
  | { readonly step: 'done'; readonly token: Token; readonly account: Account }
  | { readonly step: 'code' | 'enrol'; readonly ticket: Token };

export interface SignIns {
  /**
   * Throws `wrong-credentials` (the same for an unknown account), `too-many-tries`, or `not-allowed` for the right
   * password of a disabled account.
   */
  signIn(tried: {
    readonly userId: string;
    readonly password: string;
    readonly kind: SignInKind;
    readonly address: string;
  }): Promise<SignInOutcome>;
  /** A new sign-in without a password, for who has just proved themselves otherwise. */
  open(account: AccountId, kind: SignInKind): Promise<Token>;
  /** `undefined` for a token that is unknown, expired, of the other kind, or of a disabled account. */
  identify(token: Token, kind: SignInKind): Promise<SignedIn | undefined>;
  signOut(token: Token, kind: SignInKind): Promise<void>;
  /** Ends all sign-ins of an account and its links, except the one of `exceptHash`. */
  revoke(account: AccountId, text: string, exceptHash?: string): Promise<void>;
}

export function createSignIns(parts: {
  readonly model: SignInModel;
  readonly accounts: AccountService;
  readonly throttle: SignInThrottle;
  readonly places: SignInPlaces;
  readonly twoStep: Pick<TwoStep, 'needed'>;
  readonly tickets: Pick<SignInTickets, 'issue' | 'revoke'>;
  readonly hashLine: FairLine;
  readonly news: AccountNews;
  readonly audit: AuditWriter;
  readonly clock: Clock;
}): SignIns {
  const { model, accounts, throttle, places, twoStep, tickets, hashLine, news, audit, clock } = parts;

  const open = async (account: AccountId, kind: SignInKind): Promise<Token> => {
    const token = newToken();
    const now = clock.now();
    const expiresAt = new Date(now + signInLifeMs[kind]);
    await model.create({ _id: hashSecret(token), account, kind, createdAt: now, expiresAt });
    return token;
  };

  return {
    open,

    async signIn({ userId, password, kind, address }) {
      const tell = (outcome: 'failed' | 'refused') =>
        audit({ actor: userId, action: `sign-in.${kind}`, address, outcome });
      const isKnown = places.has(userId, address);
      const asker = { key: isKnown ? `${userId.toLowerCase()} ${address}` : address, isKnown };
      // All of it in the line: whoever waits or is refused there has cost the store nothing, and has not tried anything.
      const proved = async () => {
        const takeBack = await throttle.begin(userId, address);
        const credentials = await accounts.credentials(userId);
        if (!(await verifyPassword(password, credentials?.passwordHash)) || credentials === undefined) {
          tell('failed');
          throw new AppError('wrong-credentials');
        }
        await takeBack();
        return credentials;
      };
      const known = await (throttle.isOver(userId, address) ? tooMany() : hashLine(asker, proved)).catch(
        (error: unknown) => {
          if (error instanceof AppError && error.code === 'too-many-tries') tell('refused');
          throw error;
        },
      );
      if (known.account.disabled) {
        tell('refused');
        throw new AppError('not-allowed', { text: 'This account is switched off. Ask an administrator.' });
      }
      const { id: account } = known.account;
      const step = await twoStep.needed(known.account);
      if (step !== undefined) {
        // Only now, after the right password: nobody else learns which accounts have a second step.
        const proof = hashSecret(known.passwordHash);
        return { step, ticket: await tickets.issue({ account, userId: known.account.userId, kind, step, proof }) };
      }
      const token = await open(account, kind);
      // Hashing takes a while: a password changed in the meantime has ended every sign-in but this one.
      if ((await accounts.credentials(userId))?.passwordHash !== known.passwordHash) {
        await model.deleteOne({ _id: hashSecret(token) });
        tell('failed');
        throw new AppError('wrong-credentials');
      }
      await places.note(userId, address);
      const actorName = `${known.account.fullName} (${known.account.userId})`;
      audit({ actor: account, actorName, action: `sign-in.${kind}`, address, outcome: 'done' });
      return { step: 'done', token, account: known.account };
    },

    async identify(token, kind) {
      const tokenHash = hashSecret(token);
      const signIn = await model.findOne({ _id: tokenHash, kind }).lean();
      if (signIn === null || signIn.expiresAt.getTime() <= clock.now()) return undefined;
      const account = await accounts.find(signIn.account);
      return account === undefined || account.disabled ? undefined : { account, tokenHash };
    },

    async signOut(token, kind) {
      const tokenHash = hashSecret(token);
      const known = await model.findOne({ _id: tokenHash, kind }).lean();
      if (known === null) return;
      // Before it ends: who reads the count afterwards knows of this end, whatever breaks in between.
      if (kind === 'extension') await accounts.countRevocation(known.account);
      const signIn = await model.findOneAndDelete({ _id: tokenHash, kind }).lean();
      if (signIn === null) return;
      audit({ actor: signIn.account, action: 'sign-out', outcome: 'done' });
      news.revoked({ account: signIn.account, text: 'You have signed out.', only: tokenHash, kind });
    },

    async revoke(account, text, exceptHash) {
      await accounts.countRevocation(account);
      const own = await model.find({ account }).select('_id').lean();
      const dying = own.map(({ _id }) => _id).filter((id) => id !== exceptHash);
      for (const id of dying) await model.deleteOne({ _id: id });
      await tickets.revoke(account);
      news.revoked({ account, text, ...(exceptHash === undefined ? {} : { except: exceptHash }) });
    },
  };
}
