/** A view's end of its port: a carrier for calls, and the events that come by themselves. */
import * as v from 'valibot';
import type { Carrier } from '../../shared/contract/contract.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { ToView } from './port-frames.ts';
import type { Port } from './port-frames.ts';

/** How a view reaches the link owner. */
export interface PortLinkOptions {
  /** Opens a port to the link owner; throws or closes at once when nobody listens yet. */
  readonly connect: () => Port;
  /** Brings the link owner to life; resolves when it listens. */
  readonly wake: () => Promise<void>;
  readonly onEvent: (message: unknown) => void;
  readonly after: (delayMs: number, run: () => void) => () => void;
}

/** A carrier that comes back by itself; a call while it is away rejects with `no-answer`. */
export interface PortLink extends Carrier {
  close(): void;
}

const AGAIN_AFTER_MS = 200;

/** Keeps a port to the link owner open. The owner may die and be made anew; a fresh port begins with a snapshot. */
export function openPortLink({ connect, wake, onEvent, after }: PortLinkOptions): PortLink {
  const waiting = new Map<number, { answer: (reply: unknown) => void; fail: (error: AppError) => void }>();
  let port: Port | undefined;
  let isClosed = false;
  let lastId = 0;
  let cancel = () => {};

  const receive = (message: unknown) => {
    const frame = v.safeParse(ToView, message);
    if (!frame.success) return;
    if (frame.output.kind === 'event') return onEvent(frame.output.event);
    waiting.get(frame.output.id)?.answer(frame.output.reply);
    waiting.delete(frame.output.id);
  };
  const lose = () => {
    port = undefined;
    for (const call of waiting.values()) call.fail(new AppError('no-answer'));
    waiting.clear();
    if (!isClosed) cancel = after(AGAIN_AFTER_MS, () => void open());
  };
  const open = async () => {
    try {
      await wake();
    } catch {
      // The worker was being replaced just now, by an update or a crash: the next round finds the new one.
      return lose();
    }
    if (isClosed) return undefined;
    port = connect();
    port.onMessage(receive);
    port.onClose(lose);
    return undefined;
  };
  void open();

  return {
    call(call) {
      const current = port;
      if (current === undefined) return Promise.reject(new AppError('no-answer'));
      lastId += 1;
      const id = lastId;
      return new Promise((answer, fail) => {
        waiting.set(id, { answer, fail });
        current.post({ id, call });
      });
    },
    close() {
      isClosed = true;
      cancel();
      port?.close();
      lose();
    },
  };
}
