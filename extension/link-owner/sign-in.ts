/** Signing in at a server: each way it can fail says what it is and what to do. */
import { createClient } from '../../shared/contract/contract.ts';
import type { Carrier } from '../../shared/contract/contract.ts';
import { entryContract } from '../../shared/contract/entry-contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { PROTOCOL_VERSION, describeMismatch } from '../../shared/contract/protocol-version.ts';
import type { Token } from '../../shared/contract/identifiers.ts';
import type { RecoveryCodes, TwoStepSecret } from '../../shared/contract/two-step.ts';
import type { StoredAccount } from '../port/worker-contract.ts';
import { texts } from '../texts/en.ts';
import { serverOrigin } from '../port/server-address.ts';

/** What a person types to sign in. */
export interface Credentials {
  readonly server: string;
  readonly userId: string;
  readonly password: string;
}

/** The password was right, and a code is still asked for, or two-step sign-in has to be set up first. */
export interface HalfSignedIn {
  readonly step: 'code' | 'enrol';
  readonly server: string;
  readonly userId: string;
  readonly ticket: Token;
}

/** What the password brings. */
export type SignInOutcome = { readonly step: 'done'; readonly account: StoredAccount } | HalfSignedIn;

/** Tries a password. Throws an {@link AppError} whose text is meant for the person who signs in. */
export async function signIn(typed: Credentials, carrierTo: (origin: string) => Carrier): Promise<SignInOutcome> {
  const server = serverOrigin(typed.server);
  if (server === undefined) throw new AppError('invalid', { text: texts.signIn.noAddress });
  const entry = createClient(entryContract, carrierTo(server));
  const { protocol } = await entry.call('server.describe', {}).catch((error: unknown) => {
    throw inWords(error, server);
  });
  const mismatch = describeMismatch(protocol, { mine: 'extension', theirs: 'server' });
  if (mismatch !== undefined) throw new AppError('protocol-mismatch', { text: mismatch });
  const { userId, password } = typed;
  const outcome = await entry.call('rep.signIn', { userId, password, protocol: PROTOCOL_VERSION });
  if (outcome.step !== 'done') return { ...outcome, server, userId };
  return { step: 'done', account: { server, userId, token: outcome.token } };
}

/** The secret for the phone of who has to set two-step sign-in up. */
export function enrol(half: HalfSignedIn, carrierTo: (origin: string) => Carrier): Promise<TwoStepSecret> {
  return createClient(entryContract, carrierTo(half.server)).call('twoStep.enrol', { ticket: half.ticket });
}

/** The code of the second step. Recovery codes come along when it has just switched two-step sign-in on. */
export async function secondStep(
  { server, userId, ticket }: HalfSignedIn,
  code: string,
  carrierTo: (origin: string) => Carrier,
): Promise<{ readonly account: StoredAccount; readonly recoveryCodes: RecoveryCodes | null }> {
  const entry = createClient(entryContract, carrierTo(server));
  const { token, recoveryCodes } = await entry.call('rep.secondStep', { ticket, code });
  return { account: { server, userId, token }, recoveryCodes };
}

/** Tells the server to forget the token. A server that is down forgets it by itself after 30 days. */
export async function signOut(account: StoredAccount, carrierTo: (origin: string) => Carrier): Promise<void> {
  if (account.token === null) return;
  await createClient(entryContract, carrierTo(account.server)).call('rep.signOut', { token: account.token });
}

/* Whatever answers here and does not know `server.describe` is no RemoteHelp: it sends another page, or other JSON. */
function inWords(error: unknown, server: string): unknown {
  if (!(error instanceof AppError)) return error;
  const { host } = new URL(server);
  if (error.code === 'no-answer') {
    // Browsers tell extensions no more of a certificate that they refuse than of a server that is down.
    const more = server.startsWith('https:') ? ` ${texts.signIn.perhapsUntrusted(server)}` : '';
    return new AppError('no-answer', { text: texts.signIn.serverDown(host) + more, cause: error });
  }
  if (error.code === 'not-found' || error.code === 'invalid')
    return new AppError('not-found', { text: texts.signIn.otherServer(host), cause: error });
  return error;
}
