/** What the other features do when somebody comes into a session, and when it ends. */
import type { openCodes } from './codes/open-codes.ts';
import type { Deadlines } from './deadlines/deadlines.ts';
import type { HostTickets } from './host-link/host-tickets.ts';
import type { Links } from './edge/links.ts';
import type { Presences } from './presence/presence-service.ts';
import type { Takeovers } from './queue/takeovers.ts';
import type { SessionAbsence } from './sessions/session-absence.ts';
import type { Sessions } from './sessions/session-service.ts';
import type { TypingGate } from './sessions/typing.ts';
import type { Signalling } from './signalling/signalling-service.ts';

export function followSessions(needs: {
  readonly sessions: Pick<Sessions, 'onCustomerIn' | 'onEnd'>;
  readonly links: Pick<Links, 'browserConnected'>;
  readonly absence: Pick<SessionAbsence, 'pageClosed'>;
  readonly signalling: Pick<Signalling, 'close'>;
  readonly typing: Pick<TypingGate, 'forget'>;
  readonly codes: Pick<Awaited<ReturnType<typeof openCodes>>, 'entries'>;
  readonly tickets: Pick<HostTickets, 'revoke'>;
  readonly takeovers: Pick<Takeovers, 'leaveLine'>;
  readonly deadlines: Pick<Deadlines, 'cancel'>;
  readonly presences: Pick<Presences, 'giveSeatBack' | 'refresh'>;
}): void {
  const { sessions, links, absence, signalling, typing, codes, tickets, takeovers, deadlines, presences } = needs;

  sessions.onCustomerIn(async ({ browser }) => {
    // Whose page is closed already has been missed before there was a session: the wait for it begins now.
    if (browser !== undefined && !links.browserConnected(browser)) await absence.pageClosed(browser);
  });

  sessions.onEnd(async ({ _id: session, owner, browser }) => {
    signalling.close((party) => party.session === session);
    typing.forget(session);
    // Whoever came in has closed the ways behind them.
    if (browser === undefined) await codes.entries.close(session);
    await Promise.all([tickets.revoke(session), takeovers.leaveLine(session)]);
    await Promise.all([deadlines.cancel('session-abandoned', session), deadlines.cancel('host-lost', session)]);
    await presences.giveSeatBack(owner, session);
    await presences.refresh(owner);
  });
}
