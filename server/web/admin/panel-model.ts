/** What the web panel knows and can do: who is signed in, and calls that outlive a sign-in that has run out. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Account } from '../../../shared/contract/account.ts';
import { adminContract } from '../../../shared/contract/admin-contract.ts';
import type { AdminContract } from '../../../shared/contract/admin-contract.ts';
import { createClient } from '../../../shared/contract/contract.ts';
import type { Carrier, Client, Contract, ParamsInput } from '../../../shared/contract/contract.ts';
import { entryContract } from '../../../shared/contract/entry-contract.ts';
import type { EntryContract } from '../../../shared/contract/entry-contract.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ErrorCode } from '../../../shared/contract/errors.ts';
import type { Token } from '../../../shared/contract/identifiers.ts';
import type { RecoveryCodes, TwoStepSecret } from '../../../shared/contract/two-step.ts';
import type { ToastMessage } from '../../../shared/ui/toast.tsx';

export interface SignedIn {
  readonly at: 'signed-in';
  readonly self: Account;
  readonly organisation: string;
  /** The server's public address. */
  readonly origin: string;
  /** The organisation's time zone, by its IANA name. */
  readonly timeZone: string;
}

export type PanelState =
  | { readonly at: 'opening' }
  | { readonly at: 'unreachable'; readonly error: unknown }
  | { readonly at: 'not-set-up' }
  | { readonly at: 'signed-out'; readonly organisation: string }
  | SecondStep
  | SignedIn;

/** The password was right; the code is still to come, or two-step sign-in to be set up first. */
export interface SecondStep {
  readonly at: 'second-step';
  readonly organisation: string;
  readonly step: 'code' | 'enrol';
  readonly ticket: Token;
}

export interface PanelModel {
  readonly state: ReadonlySignal<PanelState>;
  /** The server speaks another version than this page, which only loading it anew can mend. */
  readonly isOutdated: ReadonlySignal<boolean>;
  /** True while a call waits for the same person to sign in again. */
  readonly hasRunOut: ReadonlySignal<boolean>;
  readonly toast: ReadonlySignal<ToastMessage | undefined>;
  /** Calls of who is signed in. When the sign-in has run out they wait until it is renewed, and then go on. */
  readonly server: Client<AdminContract>;
  /** Finds out who is signed in. Never rejects: `state` tells. */
  open(): Promise<void>;
  /** Makes the first administrator and signs in. Throws the server's `AppError`. */
  finishSetUp(first: ParamsInput<EntryContract, 'setup.finish'>): Promise<void>;
  /** Opens the panel, or leads to the second step. Throws `wrong-credentials`, `too-many-tries` or `no-answer`. */
  signIn(userId: string, password: string): Promise<void>;
  /** A fresh secret for who has to set two-step sign-in up. Throws `ticket-refused`. */
  enrol(ticket: Token): Promise<TwoStepSecret>;
  /**
   * The code of the second step. Resolves with recovery codes when it has just switched two-step sign-in on: they are to be
   * shown before `open` leads on; else the panel is open. Throws `code-wrong`, `ticket-refused` or `too-many-tries`.
   */
  finishSignIn(ticket: Token, code: string): Promise<RecoveryCodes | null>;
  /**
   * Renews a sign-in that has run out; the calls that wait go on. Resolves with a ticket when the code is still asked for,
   * to be given to `secondStepAgain`. Throws as `signIn`.
   */
  signInAgain(password: string): Promise<Token | undefined>;
  /** Throws as `finishSignIn`. */
  secondStepAgain(ticket: Token, code: string): Promise<void>;
  /** Back to user ID and password. */
  beginAnew(): void;
  /** Ends the sign-in here and on the server; calls that wait are given up. */
  signOut(): Promise<void>;
  /** The own account, or the organisation's name or time zone changed. */
  learn(news: Partial<Pick<SignedIn, 'self' | 'organisation' | 'timeZone'>>): void;
  say(text: string): void;
  closeToast(): void;
}

export function createPanelModel(carriers: { readonly entry: Carrier; readonly admin: Carrier }): PanelModel {
  const isOutdated = signal(false);
  const noticing = <C extends Contract>(client: Client<C>): Client<C> => ({
    async call(name, params) {
      try {
        return await client.call(name, params);
      } catch (error) {
        if (hasCode(error, 'protocol-mismatch')) isOutdated.value = true;
        throw error;
      }
    },
  });
  const entry = noticing(createClient(entryContract, carriers.entry));
  const admin = noticing(createClient(adminContract, carriers.admin));
  const state = signal<PanelState>({ at: 'opening' });
  const hasRunOut = signal(false);
  const toast = signal<ToastMessage | undefined>(undefined);
  let waiting: { readonly goOn: () => void; readonly giveUp: (error: Error) => void }[] = [];
  let toasts = 0;

  const server: Client<AdminContract> = {
    async call(name, params) {
      for (;;) {
        try {
          return await admin.call(name, params);
        } catch (error) {
          if (state.value.at !== 'signed-in' || !isSignedOut(error)) throw error;
          await renewed();
        }
      }
    },
  };

  const renewed = () =>
    new Promise<void>((goOn, giveUp) => {
      waiting.push({ goOn, giveUp });
      hasRunOut.value = true;
    });

  const release = (each: (one: (typeof waiting)[number]) => void) => {
    const released = waiting;
    waiting = [];
    hasRunOut.value = false;
    released.forEach(each);
  };

  const open = async () => {
    try {
      const { account, organisation, ...server } = await admin.call('self.get', {});
      state.value = { at: 'signed-in', self: account, organisation: organisation.name, ...server };
    } catch (error) {
      state.value = isSignedOut(error) ? await describe() : { at: 'unreachable', error };
    }
  };

  const describe = async (): Promise<PanelState> => {
    try {
      const { organisation } = await entry.call('server.describe', {});
      return organisation === null ? { at: 'not-set-up' } : { at: 'signed-out', organisation: organisation.name };
    } catch (error) {
      return { at: 'unreachable', error };
    }
  };

  return {
    state,
    isOutdated,
    hasRunOut,
    toast,
    server,
    open,

    async finishSetUp(first) {
      await entry.call('setup.finish', first);
      await open();
    },

    async signIn(userId, password) {
      const outcome = await entry.call('admin.signIn', { userId, password });
      if (outcome.step === 'done') return open();
      state.value = { at: 'second-step', organisation: organisationOf(state.value), ...outcome };
      return undefined;
    },

    enrol: (ticket) => entry.call('twoStep.enrol', { ticket }),

    async finishSignIn(ticket, code) {
      const { recoveryCodes } = await entry.call('admin.secondStep', { ticket, code });
      if (recoveryCodes === null) await open();
      return recoveryCodes;
    },

    beginAnew() {
      state.value = { at: 'signed-out', organisation: organisationOf(state.value) };
    },

    async signInAgain(password) {
      const now = state.value;
      if (now.at !== 'signed-in') return undefined;
      const outcome = await entry.call('admin.signIn', { userId: now.self.userId, password });
      if (outcome.step === 'code') return outcome.ticket;
      if (outcome.step === 'done') {
        release(({ goOn }) => goOn());
        return undefined;
      }
      // Asked of this role since: it has to be set up before anything goes on.
      state.value = { at: 'second-step', organisation: now.organisation, ...outcome };
      release(({ giveUp }) => giveUp(new AppError('not-signed-in')));
      return undefined;
    },

    async secondStepAgain(ticket, code) {
      await entry.call('admin.secondStep', { ticket, code });
      release(({ goOn }) => goOn());
    },

    async signOut() {
      const organisation = organisationOf(state.value);
      if (!hasRunOut.value) await entry.call('admin.signOut', {});
      state.value = { at: 'signed-out', organisation };
      release(({ giveUp }) => giveUp(new AppError('not-signed-in')));
    },

    learn(news) {
      if (state.value.at === 'signed-in') state.value = { ...state.value, ...news };
    },

    say(text) {
      toasts += 1;
      toast.value = { id: String(toasts), text };
    },

    closeToast() {
      toast.value = undefined;
    },
  };
}

function organisationOf(state: PanelState): string {
  return 'organisation' in state ? state.organisation : '';
}

function isSignedOut(error: unknown): boolean {
  return hasCode(error, 'not-signed-in');
}

function hasCode(error: unknown, code: ErrorCode): boolean {
  return error instanceof AppError && error.code === code;
}
