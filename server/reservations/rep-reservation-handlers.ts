import type { Handlers } from '../../shared/contract/contract.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { RepContext } from '../edge/links.ts';
import type { Sessions } from '../sessions/session-service.ts';
import type { ReservationCalls } from './reservation-calls.ts';

type Handled = 'reservations.callBack' | 'reservations.missed' | 'reservations.done';

export interface RepReservationNeeds {
  readonly calls: ReservationCalls;
  readonly sessions: Pick<Sessions, 'load' | 'head'>;
}

/** What a rep does about the reservations of their channels. */
export function repReservationHandlers({
  calls,
  sessions,
}: RepReservationNeeds): Pick<Handlers<RepContract, RepContext>, Handled> {
  return {
    async 'reservations.callBack'({ reservation }, { account }) {
      return { session: await sessions.head(await calls.callBack(account, reservation), 'rep') };
    },
    async 'reservations.missed'({ reservation }, { account }) {
      await calls.missed(account, reservation);
      return {};
    },
    async 'reservations.done'({ reservation }, { account }) {
      await calls.done(account, reservation);
      return {};
    },
  };
}
