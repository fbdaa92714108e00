/** How a customer comes into a session that waits for one: the store settles who does, then the log says so. */
import { AppError } from '../../shared/contract/errors.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { isDuplicateKey } from '../documents/write-refusals.ts';
import type { BrowserId } from '../edge/links.ts';
import { authorOf } from './authors.ts';
import type { EntryRule } from './entry-rules.ts';
import type { Journal } from './journal.ts';
import type { SessionModel, SessionRecord } from './session-model.ts';
import { sessionWords } from './session-words.ts';

/** Told to somebody who is in a session and asks for another one. */
export const inSessionText = 'You are talking with somebody already in this browser. End that first.';

export interface ComingIn {
  /** @throws AppError `code-refused` when it does not wait (any more), `already-waiting` when this browser is in another one */
  bind(session: SessionId, browser: BrowserId, name: string): Promise<SessionRecord>;
  /** Says what a crash, or a store that went away, has kept the log from saying. Harmless when nothing is missing. */
  complete(record: SessionRecord): Promise<void>;
}

export interface ComingInNeeds {
  readonly model: SessionModel;
  readonly journal: Pick<Journal, 'append' | 'load'>;
  readonly onCustomerIn: (record: SessionRecord) => Promise<void>;
}

export function createComingIn({ model, journal, onCustomerIn }: ComingInNeeds): ComingIn {
  async function letIn(session: SessionId, browser: BrowserId, customer: SessionRecord['customer']): Promise<boolean> {
    try {
      const waiting = { _id: session, state: 'waiting-code' as const, browser: { $exists: false } };
      const bound = await model.updateOne(waiting, {
        $set: { browser, customer, state: 'live', words: sessionWords({ customer }) },
      });
      return bound.modifiedCount === 1;
    } catch (error) {
      if (isDuplicateKey(error)) throw new AppError('already-waiting', { text: inSessionText, cause: error });
      throw error;
    }
  }

  async function sayIn(session: SessionId, customer: SessionRecord['customer']): Promise<SessionRecord> {
    const { record } = await journal.append(session, authorOf({ customer }, 'customer'), joiningOnce);
    await onCustomerIn(record);
    return record;
  }

  return {
    async bind(session, browser, name) {
      // Address and number are known where a reservation is called back.
      const { email = '', phone = '' } = (await journal.load(session))?.customer ?? {};
      const customer = { name, email, phone };
      if (!(await letIn(session, browser, customer))) throw new AppError('code-refused');
      return sayIn(session, customer).catch(async (error: unknown) => {
        // Somebody found it unsaid in just this moment, and has said it.
        const record = isSaidAlready(error) ? await journal.load(session) : undefined;
        if (record === undefined) throw error;
        return record;
      });
    },
    async complete({ _id, state, browser, customer, projection }) {
      if (state !== 'live' || browser === undefined || projection.customerIn || projection.ended !== null) return;
      await sayIn(_id, customer).catch((error: unknown) => {
        // It was said, or the session has ended, since it was looked at.
        if (!(error instanceof AppError)) throw error;
      });
    },
  };
}

const joiningOnce: EntryRule = ({ customerIn }) => {
  if (customerIn) throw new AppError('already-exists', { text: 'They have come in already.' });
  return { kind: 'joined', role: 'customer' };
};

function isSaidAlready(error: unknown): boolean {
  return error instanceof AppError && error.code === 'already-exists';
}
