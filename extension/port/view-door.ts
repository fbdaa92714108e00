/** The link owner's end: lets views in, answers their calls, and tells all of them what changes. */
import * as v from 'valibot';
import { createDispatcher } from '../../shared/contract/contract.ts';
import type { Handlers } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { ToOwner } from './port-frames.ts';
import type { Port, ToView } from './port-frames.ts';
import { viewContract } from './view-contract.ts';
import type { ViewContract } from './view-contract.ts';
import type { ViewEvent } from './view-state.ts';

/** One view that is open now. */
export interface ViewSeat {
  readonly id: number;
}

/** What stands behind the door. */
export interface ViewDoorOptions {
  readonly handlers: Handlers<ViewContract, ViewSeat>;
  /** What a view is told first. */
  readonly snapshot: () => ViewEvent;
  readonly onLeft: (seat: ViewSeat) => void;
  readonly onFault: (error: unknown) => void;
}

/** All views that are open. */
export interface ViewDoor {
  /** Seats a view on its port; the caller has checked who is at the other end. */
  admit(port: Port): void;
  tell(event: ViewEvent): void;
  /** How many messages were refused since the start: malformed ones, and ports from outside. */
  readonly refused: number;
  countRefused(): void;
}

/** No view is seated yet. */
export function createViewDoor({ handlers, snapshot, onLeft, onFault }: ViewDoorOptions): ViewDoor {
  const ports = new Map<Port, ViewSeat>();
  let lastSeat = 0;
  let refused = 0;
  const dispatch = createDispatcher(viewContract, handlers, {
    onRefused: () => {
      refused += 1;
    },
    onFault: (error) => {
      onFault(error);
      return new AppError('server-fault', { cause: error });
    },
  });
  const post = (port: Port, frame: ToView) => {
    if (ports.has(port)) port.post(frame);
  };

  return {
    get refused() {
      return refused;
    },
    countRefused() {
      refused += 1;
    },
    admit(port) {
      lastSeat += 1;
      const seat = { id: lastSeat };
      ports.set(port, seat);
      port.onClose(() => {
        ports.delete(port);
        onLeft(seat);
      });
      port.onMessage((message) => {
        const frame = v.safeParse(ToOwner, message);
        if (!frame.success) {
          refused += 1;
          return;
        }
        const { id, call } = frame.output;
        void dispatch(call, seat).then((reply) => post(port, { kind: 'reply', id, reply }));
      });
      post(port, { kind: 'event', event: snapshot() });
    },
    tell(event) {
      for (const port of ports.keys()) post(port, { kind: 'event', event });
    },
  };
}
