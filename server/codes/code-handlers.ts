import type { Handlers } from '../../shared/contract/contract.ts';
import type { CustomerContract } from '../../shared/contract/customer-contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { SessionId } from '../../shared/contract/identifiers.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import type { CustomerContext, RepContext } from '../edge/links.ts';
import { newId } from '../secrets/random.ts';
import { repAuthor } from '../sessions/authors.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { Entries } from './entry-service.ts';
import type { GuessBudget } from './guess-budget.ts';
import type { WaitingReps } from './waiting-reps.ts';

/** Sessions of one rep that wait for a customer at a time; more would only thin out the six digits. */
const mostWaiting = 20;

type RepOperation = 'sessions.start' | 'codes.another' | 'codes.admit';
type CustomerOperation =
  'codes.enter' | 'codes.withdraw' | 'links.look' | 'links.enter' | 'reps.waiting' | 'reps.enter';

export interface CodeHandlerNeeds {
  readonly entries: Entries;
  readonly budget: GuessBudget;
  readonly waitingReps: WaitingReps;
  readonly sessions: Sessions;
}

/** Sessions that a rep begins, with a code and a link to pass on. */
export function repCodeHandlers({
  entries,
  sessions,
}: CodeHandlerNeeds): Pick<Handlers<RepContract, RepContext>, RepOperation> {
  const headOf = async (record: SessionRecord) => ({ session: await sessions.head(record, 'rep') });

  function mustWait({ state }: SessionRecord) {
    if (state === 'ended') throw new AppError('session-ended');
    if (state === 'live') throw new AppError('already-taken', { text: 'The customer has come in already.' });
  }

  return {
    async 'sessions.start'({ customer: name }, { account }) {
      const waiting = (await sessions.openOf(account.id)).filter(({ state }) => state === 'waiting-code');
      if (waiting.length >= mostWaiting) {
        throw new AppError('at-capacity', { text: 'Too many codes of yours are out. End a session that waits first.' });
      }
      const session = newId(SessionId);
      const customer = { name, email: '', phone: '' };
      const fresh = { _id: session, owner: account.id, customer, channel: null, channelName: '', reason: '' };
      const record = await sessions.begin(fresh, [{ by: repAuthor(account), body: { kind: 'joined', role: 'rep' } }]);
      await entries.open(session);
      await sessions.showHead(session);
      return headOf(record);
    },
    async 'codes.another'({ session }, { account }) {
      const record = await sessions.ownedBy(account.id, session);
      mustWait(record);
      await entries.open(session);
      await sessions.showHead(session);
      return headOf(record);
    },
    async 'codes.admit'({ session, letIn }, { account }) {
      mustWait(await sessions.ownedBy(account.id, session));
      await entries.answer(session, letIn);
      await sessions.showHead(session);
      return headOf(await sessions.ownedBy(account.id, session));
    },
  };
}

/** The customer's side of code, link and waiting icon. */
export function customerCodeHandlers({
  entries,
  budget,
  waitingReps,
  sessions,
}: CodeHandlerNeeds): Pick<Handlers<CustomerContract, CustomerContext>, CustomerOperation> {
  const headOf = async (record: SessionRecord) => ({ session: await sessions.head(record, 'customer') });

  return {
    async 'codes.enter'({ name, code, proof }, { browser, address }) {
      // Whoever is in a session already guesses nothing: their code is not looked at, and costs them no try.
      await entries.mustBeFree(browser);
      const tried = await budget.take({ browser, address, proof });
      const visitor = { browser, name };
      const record = await entries.byCode(code, visitor).catch(async (error: unknown) => {
        // They came into a session by another way meanwhile. Only the right code gets so far.
        if (error instanceof AppError && error.code === 'already-waiting') await tried.giveBack();
        throw error;
      });
      await tried.giveBack();
      const { session } = await headOf(record);
      return { session: asVisitor(session, name) };
    },
    async 'codes.withdraw'(_nothing, { browser }) {
      await entries.withdraw(browser);
      return {};
    },
    'links.look': ({ token }, { browser }) => entries.look(token, browser),
    'links.enter': async ({ token, name }, { browser }) => headOf(await entries.byLink(token, { browser, name })),
    'reps.waiting': async (_nothing, { browser }) => ({ reps: await waitingReps.of(browser) }),
    'reps.enter': async ({ session, name }, { browser }) => headOf(await entries.byIcon(session, { browser, name })),
  };
}

/** Who waits at the door is not told whom the rep expects, and has no log to read yet. */
export function asVisitor(head: SessionHead, name: string): SessionHead {
  if (head.state === 'live') return head;
  return { ...head, lastSeq: 0, customer: { name, email: '', phone: '', present: true } };
}
