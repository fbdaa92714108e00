/** What reps ask about who is in a session. Each call looks first what this rep is in it. */
import type { Handlers } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { repMemberOperations } from '../../shared/contract/member-operations.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { AccountDirectory } from '../edge/feature-seam.ts';
import type { Links, RepContext } from '../edge/links.ts';
import type { Presences } from '../presence/presence-service.ts';
import type { QueueLook } from '../queue/queue-look.ts';
import { isOwnedBy, repsIn } from '../sessions/reps-in.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { Asks } from './asks.ts';
import { choicesFor } from './choices.ts';
import type { Guests } from './guests.ts';
import type { LeadScope } from './lead-handlers.ts';
import type { OwnerLeaves } from './owner-leaves.ts';
import type { Transfers } from './transfers.ts';

type Handled = keyof typeof repMemberOperations;

export interface MemberHandlerNeeds {
  readonly sessions: Sessions;
  readonly asks: Asks;
  readonly guests: Guests;
  readonly transfers: Transfers;
  readonly ownerLeaves: OwnerLeaves;
  readonly scope: LeadScope;
  readonly accounts: Pick<AccountDirectory, 'list'>;
  readonly presences: Pick<Presences, 'loggedIn'>;
  readonly queueLook: Pick<QueueLook, 'look'>;
  readonly links: Pick<Links, 'accountsConnected'>;
}

export function memberHandlers(needs: MemberHandlerNeeds): Pick<Handlers<RepContract, RepContext>, Handled> {
  const { sessions, asks, guests, transfers, ownerLeaves, scope, accounts, presences, queueLook, links } = needs;
  return {
    async 'members.choices'({ session }, { account }) {
      const record = await scope.visible(account, session);
      const [everybody, atWork, queue] = await Promise.all([accounts.list(), presences.loggedIn(), queueLook.look()]);
      const known = { accounts: everybody, atWork, queue, connected: links.accountsConnected() };
      return choicesFor([...repsIn(record), account.id], known);
    },
    async 'members.invite'({ session, rep, hands }, { account }) {
      await transfers.invite(await sessions.ownedBy(account.id, session), account, rep, hands);
      return {};
    },
    async 'members.transfer'({ session, to, brief, stays }, { account }) {
      await transfers.ask(await sessions.ownedBy(account.id, session), account, { to, brief, stays });
      return {};
    },
    async 'members.withdraw'({ ask: id }, { account }) {
      const ask = await asks.standing(id);
      const record = await sessions.load(ask.session);
      const isTheirs = ask.by === account.id || (record !== undefined && isOwnedBy(record, account.id));
      if (!isTheirs) throw new AppError('not-found', { text: 'This is not asked any more.' });
      if (!(await transfers.giveUp(id, 'withdrawn', account)))
        throw new AppError('already-taken', { text: `Somebody in ${ask.toName} has just taken this session.` });
      return {};
    },
    async 'members.answer'({ ask: id, accept }, { account }) {
      const ask = await asks.standing(id);
      if (ask.rep !== account.id) throw new AppError('not-found', { text: 'This is not asked any more.' });
      const record = await transfers.answer(ask, account, accept);
      return { session: record === undefined ? null : await sessions.head(record, 'rep') };
    },
    async 'members.remove'({ session, rep }, { account }) {
      await sessions.ownedBy(account.id, session);
      await guests.remove(session, account, rep);
      return {};
    },
    async 'members.leave'({ session, to }, { account }) {
      const record = await sessions.memberOf(account.id, session);
      if (isOwnedBy(record, account.id)) await ownerLeaves.toGuest(record, to, 'left');
      else await guests.leave(session, account);
      return {};
    },
    async 'members.toLine'({ session }, { account }) {
      await ownerLeaves.toLine(await sessions.ownedBy(account.id, session), account);
      return {};
    },
    async 'members.askHands'({ session }, { account }) {
      await sessions.memberOf(account.id, session);
      await guests.askForHands(session, account);
      return {};
    },
    async 'members.giveHands'({ session, rep }, { account }) {
      await sessions.memberOf(account.id, session);
      await guests.giveHands(session, account, rep);
      return {};
    },
  };
}
