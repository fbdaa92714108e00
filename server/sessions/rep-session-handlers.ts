import type { Handlers } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import { rightsToAsk, tools } from '../../shared/contract/right.ts';
import type { Links, RepContext } from '../edge/links.ts';
import type { SessionLog } from '../session-log/session-log.ts';
import type { Rights } from '../rights/right-service.ts';
import { repAuthor } from './authors.ts';
import { always, asking, launching, notLaunching, unasking, withdrawing } from './entry-rules.ts';
import type { Sessions } from './session-service.ts';
import type { TypingGate } from './typing.ts';

type Handled =
  | 'sessions.end'
  | 'sessions.summary'
  | 'log.after'
  | 'chat.send'
  | 'chat.typing'
  | 'chat.read'
  | 'consent.ask'
  | 'consent.unask'
  | 'consent.lower'
  | 'launch.ask'
  | 'launch.unask';

const notThereText = 'The program on the customer’s computer cannot do this yet.';

export interface SessionHandlerNeeds {
  readonly sessions: Sessions;
  readonly log: SessionLog;
  readonly links: Pick<Links, 'toAccount' | 'toBrowser'>;
  readonly typing: TypingGate;
  readonly rights: Pick<Rights, 'require'>;
}

/** What a rep does in sessions. Each call looks first whether this rep is in it, or owns it where only the owner may. */
export function repSessionHandlers(needs: SessionHandlerNeeds): Pick<Handlers<RepContract, RepContext>, Handled> {
  const { sessions, log, links, typing, rights } = needs;
  return {
    async 'sessions.end'({ session }, { account }) {
      const record = await sessions.ownedBy(account.id, session);
      return { summary: await sessions.end(record, repAuthor(account), 'finished') };
    },
    async 'sessions.summary'({ session }, { account }) {
      return { summary: await sessions.summary(await sessions.memberOf(account.id, session)) };
    },
    async 'log.after'({ session, seq }, { account }) {
      await sessions.memberOf(account.id, session);
      const { entries, more } = await log.after(session, seq, 'reps');
      return { entries, more };
    },
    async 'chat.send'({ session, clientId, text, audience = 'all' }, { account }) {
      const record = await sessions.memberOf(account.id, session);
      await rights.require(account, ['chat']);
      return {
        entry: await sessions.append(record, repAuthor(account), always({ kind: 'chat', text }), {
          clientId,
          audience,
          known: record,
        }),
      };
    },
    async 'chat.typing'({ session, typing: isTyping, audience }, { account }) {
      const { browser } = await sessions.memberOf(account.id, session);
      if (audience === 'all' && browser !== undefined && typing.passes(session, 'rep', isTyping)) {
        const name = account.displayName;
        links.toBrowser(browser, { type: 'chat.typing', session, by: 'rep', name, typing: isTyping });
      }
      return {};
    },
    async 'chat.read'({ session, seq }, { account }) {
      await sessions.markRead(await sessions.memberOf(account.id, session), 'reps', seq);
      return {};
    },
    async 'consent.ask'({ session, clientId, ask }, { account }) {
      const record = await sessions.ownedBy(account.id, session);
      const needed = rightsToAsk[ask.scope];
      // A customer is asked for nothing that nobody could do then.
      if (!needed.every((tool) => tools[tool].isThere)) throw new AppError('not-allowed', { text: notThereText });
      await rights.require(account, needed);
      return { entry: await sessions.append(record, repAuthor(account), asking(ask), { clientId }) };
    },
    async 'consent.unask'({ session }, { account }) {
      const record = await sessions.ownedBy(account.id, session);
      await sessions.append(record, repAuthor(account), unasking());
      return {};
    },
    async 'launch.ask'({ session, clientId, launch }, { account }) {
      const record = await sessions.ownedBy(account.id, session);
      // Whoever may not use the mouse shall not start programs either.
      await rights.require(account, ['view', 'control']);
      return { entry: await sessions.append(record, repAuthor(account), launching(launch), { clientId }) };
    },
    async 'launch.unask'({ session }, { account }) {
      const record = await sessions.ownedBy(account.id, session);
      await sessions.append(record, repAuthor(account), notLaunching());
      return {};
    },
    async 'consent.lower'({ session, scope }, { account }) {
      const record = await sessions.memberOf(account.id, session);
      await sessions.append(record, repAuthor(account), withdrawing(scope, 'viewer'));
      return {};
    },
  };
}
