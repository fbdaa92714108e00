/** A view's end of its port: a carrier for calls, and the events that come by themselves. */
import * as v from 'valibot';
import type { Call, Carrier } from '../../shared/contract/contract.ts';
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

/** A carrier that comes back by itself; a call while it is away waits 5 s for it, then rejects with `no-answer`. */
export interface PortLink extends Carrier {
  close(): void;
}

const AGAIN_AFTER_MS = 200;
/** A link owner is made anew in less than a second; after this nobody waits any longer. In ms. */
const WAITS_MS = 5000;

/** Keeps a port to the link owner open. The owner may die and be made anew; a fresh port begins with a snapshot. */
export function openPortLink({ connect, wake, onEvent, after }: PortLinkOptions): PortLink {
  const waiting = new Map<number, { answer: (reply: unknown) => void; fail: (error: AppError) => void }>();
  const later = new Set<(to: Port) => void>();
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
    for (const sendNow of later) sendNow(port);
    later.clear();
    return undefined;
  };
  void open();

  const send = (to: Port, call: Call) => {
    lastId += 1;
    const id = lastId;
    return new Promise((answer, fail) => {
      waiting.set(id, { answer, fail });
      to.post({ id, call });
    });
  };
  /* What was never sent can wait for the next port; what was sent may have been done, and is not sent twice. */
  const sendLater = (call: Call) =>
    new Promise((answer, fail) => {
      const giveUp = after(WAITS_MS, () => {
        later.delete(sendNow);
        fail(new AppError('no-answer'));
      });
      const sendNow = (to: Port) => {
        giveUp();
        send(to, call).then(answer, fail);
      };
      later.add(sendNow);
    });

  return {
    call: (call) => (port === undefined ? sendLater(call) : send(port, call)),
    close() {
      isClosed = true;
      cancel();
      port?.close();
      lose();
    },
  };
}
