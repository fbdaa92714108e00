import type { Account } from '../../shared/contract/account.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { MemberAsk } from '../../shared/contract/member.ts';
import type { Organisation } from '../../shared/contract/organisation.ts';
import type { Reservation } from '../../shared/contract/reservation.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { Clock } from '../config/clock.ts';
import type { RepContext } from '../edge/links.ts';
import type { Offers } from '../distribution/offer-service.ts';
import type { Presences } from '../presence/presence-service.ts';
import type { Rights } from '../rights/right-service.ts';
import type { StoreRoom } from '../store-room/store-room.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { QueueLook } from './queue-look.ts';
import type { Queue } from './queue-service.ts';
import { repChannels, waitingRequests } from './queue-views.ts';

type Handled = 'snapshot.get' | 'presence.set' | 'requests.claim' | 'requests.setPriority' | 'offers.pass';

export interface RepQueueNeeds {
  readonly queue: Queue;
  readonly queueLook: QueueLook;
  readonly offers: Pick<Offers, 'of' | 'pass'>;
  readonly sessions: Sessions;
  readonly presences: Presences;
  readonly reservationsOf: (channels: Account['channels']) => Promise<Reservation[]>;
  /** Until when connection codes cost work, because somebody guesses. */
  readonly codes: { guardedUntil(): Promise<number | null> };
  readonly organisation: { get(): Promise<Organisation> };
  readonly origin: () => string;
  readonly clock: Clock;
  readonly room: Pick<StoreRoom, 'isFull'>;
  readonly rights: Pick<Rights, 'of'>;
  /** What other reps ask of this one. */
  readonly asks: { askedOf(rep: AccountId): Promise<MemberAsk[]> };
}

/** What a rep does outside of sessions. */
export function repQueueHandlers(needs: RepQueueNeeds): Pick<Handlers<RepContract, RepContext>, Handled> {
  const { queue, queueLook, offers, sessions, presences, reservationsOf, codes, rights, asks } = needs;
  const { organisation, origin, clock, room } = needs;
  return {
    async 'snapshot.get'(_nothing, { account }) {
      const [view, serves, presence, awayBecause, offer, open, reservations, codesGuardedUntil, held, asked] =
        await Promise.all([
          queueLook.look(),
          organisation.get(),
          presences.of(account.id),
          presences.awayBecause(account.id),
          offers.of(account.id),
          sessions.openOf(account.id),
          reservationsOf(account.channels),
          codes.guardedUntil(),
          rights.of(account),
          asks.askedOf(account.id),
        ]);
      return {
        serverTime: clock.now(),
        origin: origin(),
        organisation: serves,
        account,
        presence,
        awayBecause,
        channels: repChannels(view, account.channels),
        requests: waitingRequests(view, account.channels),
        reservations,
        offer,
        sessions: await Promise.all(open.map((record) => sessions.head(record, 'rep'))),
        asks: asked,
        codesGuardedUntil,
        readOnly: room.isFull(),
        rights: held,
      };
    },
    async 'presence.set'({ presence }, { account }) {
      return { presence: await presences.choose(account.id, presence) };
    },
    async 'offers.pass'({ offer }, { account }) {
      await offers.pass(account.id, offer);
      return {};
    },
    async 'requests.setPriority'({ request, priority }, { account }) {
      await queue.setPriority(account.channels, request, priority);
      return {};
    },
    async 'requests.claim'({ request }, { account }) {
      return { session: await sessions.head(await queue.claim(account, request), 'rep') };
    },
  };
}
