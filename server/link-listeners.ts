/** Who hears that a link has come or gone: each feature for itself, in an order that leaves nobody waiting for nobody. */
import type { AccountId } from '../shared/contract/identifiers.ts';
import type { Offers } from './distribution/offer-service.ts';
import type { AccountDirectory } from './edge/feature-seam.ts';
import type { LinkListeners, Links } from './edge/links.ts';
import type { Hosts } from './host-link/host-service.ts';
import type { Presences } from './presence/presence-service.ts';
import type { QueueBoard } from './queue/queue-board.ts';
import type { Queue } from './queue/queue-service.ts';
import type { RightsFeature } from './rights/open-rights.ts';
import { systemAuthor } from './sessions/authors.ts';
import type { Calls } from './calls/call-service.ts';
import type { OwnerAbsence } from './sessions/owner-absence.ts';
import type { SessionAbsence } from './sessions/session-absence.ts';
import type { SessionRecord } from './sessions/session-model.ts';
import type { Sessions } from './sessions/session-service.ts';
import type { WithoutRep } from './sessions/without-rep.ts';
import type { Signalling } from './signalling/signalling-service.ts';

/** Which features hear. */
export interface LinkListenerNeeds {
  readonly accounts: AccountDirectory;
  readonly links: Pick<Links, 'toHost'>;
  readonly presences: Presences;
  readonly sessions: Sessions;
  readonly queue: Pick<Queue, 'pageOpened' | 'pageClosed'>;
  readonly absence: SessionAbsence;
  readonly ownerAbsence: OwnerAbsence;
  readonly offers: Pick<Offers, 'repGone'>;
  readonly board: Pick<QueueBoard, 'moved'>;
  readonly hosts: Pick<Hosts, 'left'>;
  readonly rightsFeature: Pick<RightsFeature, 'repCame'>;
  readonly revocations: (record: SessionRecord) => Promise<number>;
  readonly signalling: Pick<Signalling, 'close'>;
  readonly members: WithoutRep;
  readonly calls: Pick<Calls, 'endOf'>;
}

/** The listeners that the edge calls, one after the other for each person. */
export function createLinkListeners(needs: LinkListenerNeeds): LinkListeners {
  const { accounts, links, presences, sessions, queue, absence, ownerAbsence, offers, board, hosts } = needs;
  const { signalling, rightsFeature, revocations, members, calls } = needs;

  /** A disabled account lets go at once: its customers are not left waiting for nobody. */
  async function letGo(account: AccountId) {
    await presences.dismiss(account);
    for (const record of await sessions.openOf(account)) {
      const goesOn = await members.withoutRep(record, account);
      if (!goesOn) await sessions.end(record, systemAuthor, 'rep-stopped');
    }
  }

  return {
    async repJoined(account) {
      await Promise.all([presences.joined(account), ownerAbsence.repCame(account), rightsFeature.repCame(account)]);
      board.moved();
    },
    async repLeft(account) {
      if ((await accounts.find(account))?.disabled === false) {
        await Promise.all([presences.left(account), ownerAbsence.repLeft(account), offers.repGone(account)]);
      } else await letGo(account);
    },
    async repRevoked(account) {
      // Signalling alone would not do: a viewer that is linked already reaches the host without the server.
      signalling.close((party) => 'account' in party && party.account === account);
      await calls.endOf(account);
      for (const record of await sessions.openOf(account)) {
        const { _id: session } = record;
        links.toHost(session, { type: 'viewers.revoked', session, revocations: await revocations(record) });
      }
      if ((await accounts.find(account))?.disabled !== false) await letGo(account);
    },
    async browserJoined(browser) {
      await Promise.all([queue.pageOpened(browser), absence.pageOpened(browser)]);
    },
    async browserLeft(browser) {
      await Promise.all([queue.pageClosed(browser), absence.pageClosed(browser)]);
    },
    hostLeft: (session) => hosts.left(session),
  };
}
