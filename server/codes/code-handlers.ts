import type { Handlers } from '../../shared/contract/contract.ts';
import type { CustomerContract } from '../../shared/contract/customer-contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { SessionId } from '../../shared/contract/identifiers.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { CustomerContext, RepContext } from '../edge/links.ts';
import type { Presences } from '../presence/presence-service.ts';
import type { Queue } from '../queue/queue-service.ts';
import { newId } from '../secrets/random.ts';
import { repAuthor } from '../sessions/authors.ts';
import { inSessionText } from '../sessions/session-service.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { Codes } from './code-service.ts';

/** Sessions of one rep that wait for a customer at a time; more would only thin out the six digits. */
const mostWaiting = 20;

export interface CodeHandlerNeeds {
  readonly codes: Codes;
  readonly sessions: Sessions;
  readonly queue: Pick<Queue, 'leave'>;
  readonly presences: Pick<Presences, 'takeSeat' | 'giveSeatBack' | 'refresh'>;
}

/** Sessions that a rep begins, with a code to tell the customer. */
export function repCodeHandlers({
  codes,
  sessions,
}: CodeHandlerNeeds): Pick<Handlers<RepContract, RepContext>, 'sessions.start' | 'codes.another'> {
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
      await codes.issue(session);
      await sessions.showHead(session);
      return { session: await sessions.head(record, 'rep') };
    },
    async 'codes.another'({ session }, { account }) {
      const record = await sessions.ownedBy(account.id, session);
      if (record.state === 'ended') throw new AppError('session-ended');
      if (record.state === 'live') throw new AppError('already-taken', { text: 'The customer has come in already.' });
      await codes.issue(session);
      await sessions.showHead(session);
      return { session: await sessions.head(record, 'rep') };
    },
  };
}

/** The customer's side of a code. */
export function customerCodeHandlers({
  codes,
  sessions,
  queue,
  presences,
}: CodeHandlerNeeds): Pick<Handlers<CustomerContract, CustomerContext>, 'codes.enter'> {
  return {
    async 'codes.enter'({ name, code }, { browser, address }) {
      // Asked before the code is used up: whoever is in a session already keeps the code for later.
      const current = await sessions.currentOf(browser);
      if (current?.state === 'live') throw new AppError('already-waiting', { text: inSessionText });
      const session = await codes.redeem(code, address);
      const waiting = await sessions.load(session);
      if (waiting === undefined) throw new AppError('code-refused');
      const { owner } = waiting;
      // The rep chose to take this customer, so no limit holds them off; routing counts the seat all the same. It is
      // taken first: an end that comes right after the binding finds it and gives it back.
      await presences.takeSeat(owner, session);
      const record = await sessions.bind(session, browser, name).catch(async (error: unknown) => {
        await presences.giveSeatBack(owner, session);
        // The code is used up all the same: the rep must not go on telling it.
        await sessions.showHead(session);
        throw error;
      });
      await codes.revoke(session);
      await queue.leave(browser);
      await sessions.dismissSummaries(browser);
      await presences.refresh(owner);
      return { session: await sessions.head(record, 'customer') };
    },
  };
}
