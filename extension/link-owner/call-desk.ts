/** Which call this browser is in: the window of its session holds it, and the panel shows it and gives orders. */
import type { Client } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { RepContract } from '../../shared/contract/rep-contract.ts';
import type { ViewSeat } from '../port/view-door.ts';
import type { OwnCall, ViewEvent } from '../port/view-state.ts';
import type { OwnerState } from './owner-state.ts';

export interface CallDesk {
  here(call: Pick<OwnCall, 'session' | 'askedAt' | 'camera'> | null): void;
  /** The window at this seat is in the call; of a link owner that was made anew, this is the first word of it. */
  report(seat: ViewSeat, call: Omit<OwnCall, 'isOpen'>): void;
  order(session: SessionId, muted: boolean): void;
  /** A view has gone: if it was in the call and does not come back, this browser hangs up. */
  left(seat: ViewSeat): void;
}

export interface CallDeskOptions {
  readonly state: Pick<OwnerState, 'call'>;
  readonly server: Pick<Client<RepContract>, 'call'>;
  readonly tell: (event: ViewEvent) => void;
  readonly after: (delayMs: number, run: () => void) => () => void;
}

/** A window that is loaded anew is back by then. */
const WINDOW_BACK_WITHIN_MS = 5000;

/** Keeps `state.call`. */
export function createCallDesk({ state, server, tell, after }: CallDeskOptions): CallDesk {
  let inCall: ViewSeat | undefined;

  async function hangUp({ session }: OwnCall): Promise<void> {
    try {
      await server.call('call.end', { session });
    } catch (error) {
      // It has ended already, or the server is out of reach and misses this end by itself.
      if (!(error instanceof AppError)) throw error;
    }
  }

  return {
    here(call) {
      state.call.value = call === null ? null : { ...call, muted: false, isOpen: false };
    },
    report(seat, call) {
      const known = state.call.value;
      if (known !== undefined && (known?.session !== call.session || known.askedAt !== call.askedAt)) return;
      inCall = seat;
      state.call.value = { ...call, isOpen: true };
    },
    order: (session, muted) => tell({ type: 'call.ordered', session, muted }),
    left(seat) {
      if (inCall?.id !== seat.id) return;
      inCall = undefined;
      const call = state.call.value;
      if (call === null || call === undefined) return;
      state.call.value = { ...call, isOpen: false };
      after(WINDOW_BACK_WITHIN_MS, () => {
        const now = state.call.value;
        if (now?.askedAt === call.askedAt && now.session === call.session && !now.isOpen) void hangUp(call);
      });
    },
  };
}
