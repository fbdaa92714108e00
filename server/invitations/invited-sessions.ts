/** The session of somebody who helps by invitation. */
import type { Account } from '../../shared/contract/account.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { Links } from '../edge/links.ts';
import type { Presences } from '../presence/presence-service.ts';
import { authorOf, repAuthor } from '../sessions/authors.ts';
import type { SessionRecord } from '../sessions/session-model.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { InvitationRecord } from './invitation-model.ts';

export interface InvitedSessions {
  /** Begins it with both in it, and tells both. Rejects as the store does when this browser is in another one. */
  begin(invitation: InvitationRecord, session: SessionId, rep: Account): Promise<SessionRecord>;
  isLive(session: SessionId): Promise<boolean>;
}

export function createInvitedSessions(needs: {
  readonly sessions: Pick<Sessions, 'begin' | 'load' | 'head' | 'dismissSummaries'>;
  readonly presences: Pick<Presences, 'takeSeat' | 'giveSeatBack' | 'refresh'>;
  readonly links: Pick<Links, 'toAccount' | 'toBrowser'>;
}): InvitedSessions {
  const { sessions, presences, links } = needs;
  return {
    async begin({ browser, name, message }, session, rep) {
      const customer = { name, email: '', phone: '' };
      const fresh = { _id: session, owner: rep.id, browser, customer, channel: null, channelName: '', reason: message };
      // The rep chose to help, so no limit holds them off; routing counts the seat all the same.
      await presences.takeSeat(rep.id, session);
      try {
        const record = await sessions.begin(fresh, [
          { by: authorOf(fresh, 'customer'), body: { kind: 'joined', role: 'customer' } },
          { by: repAuthor(rep), body: { kind: 'joined', role: 'rep' } },
        ]);
        await sessions.dismissSummaries(browser);
        links.toBrowser(browser, { type: 'requests.claimed', session: await sessions.head(record, 'customer') });
        links.toAccount(rep.id, { type: 'sessions.changed', session: await sessions.head(record, 'rep') });
        return record;
      } catch (error) {
        await presences.giveSeatBack(rep.id, session);
        throw error;
      } finally {
        await presences.refresh(rep.id);
      }
    },
    isLive: async (session) => (await sessions.load(session))?.state === 'live',
  };
}
