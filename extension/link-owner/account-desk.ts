/** Who is signed in, and what follows when that changes. */
import type { Carrier, Client } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { RecoveryCodes, TwoStepSecret } from '../../shared/contract/two-step.ts';
import { texts } from '../texts/en.ts';
import type { StoredAccount, WorkerContract } from '../port/worker-contract.ts';
import { clearDesk, findWork } from './owner-state.ts';
import type { OwnerState } from './owner-state.ts';
import type { ServerLink } from './server-link.ts';
import { enrol, secondStep, signIn, signOut } from './sign-in.ts';
import type { Credentials, HalfSignedIn } from './sign-in.ts';

/** Signing in and out. */
export interface AccountDesk {
  /** Opens the link for an account kept from before, or says that nobody is signed in. */
  resume(account: StoredAccount | null): void;
  /**
   * Resolves with what is still asked for; `null` when the rep is in. Throws an {@link AppError} that says what is wrong
   * with what was typed, or with the server.
   */
  signIn(credentials: Credentials): Promise<'code' | 'enrol' | null>;
  /** A secret for the phone, after `signIn` has said `enrol`. Throws `ticket-refused` when that is forgotten. */
  enrol(): Promise<TwoStepSecret>;
  /**
   * The code. Resolves with `null` when the rep is in, or with recovery codes that must be shown before `goOn` leads in.
   * Throws as the server does.
   */
  secondStep(code: string): Promise<RecoveryCodes | null>;
  /** The recovery codes were kept: now the rep is in. */
  goOn(): Promise<void>;
  /** What was written and not sent goes with it, here and on disk. */
  signOut(): Promise<void>;
  /**
   * The server let go of the account; `because` is shown above the sign-in. What was written is out of sight, and waits on disk until
   * the same account signs in again at the same server.
   */
  dropped(because: string): void;
}

/** What signing in and out works with. */
export interface AccountDeskOptions {
  readonly state: OwnerState;
  readonly link: Pick<ServerLink, 'open' | 'close'>;
  readonly worker: Client<WorkerContract>;
  readonly carrierTo: (origin: string) => Carrier;
  readonly onFault: (error: unknown) => void;
}

/** Begins with nobody signed in: call `resume` once it is known who was. */
export function createAccountDesk({ state, link, worker, carrierTo, onFault }: AccountDeskOptions): AccountDesk {
  const leave = (account: StoredAccount | null, because: string | null) => {
    link.close();
    // First they are out, and then their desk is cleared: what is kept on disk follows the state of whoever is in.
    state.account.value = account === null ? null : { ...account, token: null };
    clearDesk(state);
    state.link.value = {
      at: 'signed-out',
      server: account?.server ?? '',
      userId: account?.userId ?? '',
      because,
    };
    if (state.account.value !== null) worker.call('stored.account', state.account.value).catch(onFault);
  };
  const enter = (account: StoredAccount) => {
    state.account.value = account;
    if (account.token !== null) link.open(account.server, account.token);
  };
  /* Between the steps of one sign-in. Kept here, so that neither ticket nor token comes near a view. */
  let half: HalfSignedIn | undefined;
  let entering: StoredAccount | undefined;
  const letIn = async (account: StoredAccount) => {
    half = undefined;
    entering = undefined;
    await worker.call('stored.account', account);
    const { work } = await worker.call('stored.read', {});
    clearDesk(state);
    findWork(state, work);
    enter(account);
  };
  const halfway = (): HalfSignedIn => {
    if (half === undefined) throw new AppError('ticket-refused', { text: texts.twoStep.beginAnew });
    return half;
  };

  return {
    resume(account) {
      if (account === null || account.token === null) leave(account, null);
      else enter(account);
    },
    async signIn(credentials) {
      half = undefined;
      const outcome = await signIn(credentials, carrierTo);
      if (outcome.step === 'done') {
        await letIn(outcome.account);
        return null;
      }
      half = outcome;
      return outcome.step;
    },
    async enrol() {
      return enrol(halfway(), carrierTo);
    },
    async secondStep(code) {
      const { account, recoveryCodes } = await secondStep(halfway(), code, carrierTo);
      if (recoveryCodes === null) await letIn(account);
      else entering = account;
      return recoveryCodes;
    },
    async goOn() {
      if (entering !== undefined) await letIn(entering);
    },
    async signOut() {
      const account = state.account.value ?? null;
      // While they are in, so that it is gone from the disk too.
      clearDesk(state);
      leave(account, null);
      if (account === null) return;
      try {
        await signOut(account, carrierTo);
      } catch (error) {
        // Signed out here in any case; a server that cannot be reached lets the token run out.
        if (!(error instanceof AppError)) throw error;
      }
    },
    dropped: (because) => leave(state.account.value ?? null, because),
  };
}
