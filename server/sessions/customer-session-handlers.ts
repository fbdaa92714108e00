import type { Handlers } from '../../shared/contract/contract.ts';
import type { CustomerContract } from '../../shared/contract/customer-contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { CustomerContext } from '../edge/links.ts';
import { authorOf } from './authors.ts';
import { always, answering, withdrawing } from './entry-rules.ts';
import { repsIn } from './reps-in.ts';
import type { SessionHandlerNeeds } from './rep-session-handlers.ts';

type Handled =
  | 'log.after'
  | 'chat.send'
  | 'chat.typing'
  | 'chat.read'
  | 'consent.answer'
  | 'consent.withdraw'
  | 'sessions.end'
  | 'sessions.dismiss';

/** What a customer's page does in its session. Each call looks first whether this browser is the customer. */
export function customerSessionHandlers(
  needs: SessionHandlerNeeds,
): Pick<Handlers<CustomerContract, CustomerContext>, Handled> {
  const { sessions, log, links, typing } = needs;
  return {
    async 'log.after'({ session, seq }, { browser }) {
      await sessions.ofBrowser(browser, session);
      const { entries, more } = await log.after(session, seq, 'all');
      return { entries, more };
    },
    async 'chat.send'({ session, clientId, text }, { browser }) {
      const record = await sessions.ofBrowser(browser, session);
      const rule = always({ kind: 'chat', text });
      return { entry: await sessions.append(record, authorOf(record, 'customer'), rule, { clientId, known: record }) };
    },
    async 'chat.typing'({ session, typing: isTyping }, { browser }) {
      const record = await sessions.ofBrowser(browser, session);
      if (typing.passes(session, 'customer', isTyping)) {
        const { name } = record.customer;
        const event = { type: 'chat.typing', session, by: 'customer', name, typing: isTyping } as const;
        for (const rep of repsIn(record)) links.toAccount(rep, event);
      }
      return {};
    },
    async 'chat.read'({ session, seq }, { browser }) {
      await sessions.markRead(await sessions.ofBrowser(browser, session), 'customer', seq);
      return {};
    },
    async 'consent.answer'({ session, clientId, answer, minutes }, { browser }) {
      const record = await sessions.ofBrowser(browser, session);
      const rule = answering(answer, minutes);
      return { entry: await sessions.append(record, authorOf(record, 'customer'), rule, { clientId }) };
    },
    async 'consent.withdraw'({ session, scope }, { browser }) {
      const record = await sessions.ofBrowser(browser, session);
      await sessions.append(record, authorOf(record, 'customer'), withdrawing(scope, 'page'));
      return {};
    },
    async 'sessions.end'({ session, feelsWrong }, { browser }) {
      const record = await sessions.ofBrowser(browser, session);
      const reason = feelsWrong ? 'feels-wrong' : 'finished';
      const summary = await sessions.end(record, authorOf(record, 'customer'), reason);
      if (summary === null) throw new AppError('not-found');
      return { summary };
    },
    async 'sessions.dismiss'({ session }, { browser }) {
      const record = await sessions.load(session);
      if (record?.browser !== browser) throw new AppError('not-found');
      // Again it changes nothing: the answer to the first time may have been lost, and a later summary is read meanwhile.
      await sessions.dismissSummaries(browser, record.startedAt);
      return {};
    },
  };
}
