/** What a rep does about calls, from whichever view. The call itself runs in the window of its session. */
import { signal } from '@preact/signals';
import type { CallMedia } from '../../shared/contract/call.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import { openViewerWindow } from '../platform/viewer-window.ts';
import type { DeskView } from '../view/desk-view.ts';
import { newClientId } from '../view/new-client-id.ts';
import type { Orders } from '../view/orders.ts';

/** The orders, as {@link createCallOrders} makes them. */
export type CallOrders = ReturnType<typeof createCallOrders>;

export function createCallOrders({ orders, desk }: { readonly orders: Orders; readonly desk: DeskView }) {
  const isBusy = signal(false);
  const once = async (work: () => Promise<void>): Promise<void> => {
    if (isBusy.value) return;
    isBusy.value = true;
    await work().finally(() => (isBusy.value = false));
  };
  /** A side panel cannot ask for a microphone, and ends its calls when it closes: hence the window. */
  const runHere = async (session: SessionHead['id'], askedAt: number, camera: boolean) => {
    await orders.give('call.here', { call: { session, askedAt, camera } });
    await openViewerWindow(session);
  };

  return {
    isBusy,
    ask: (head: SessionHead, media: CallMedia) =>
      once(async () => {
        const asked = await orders.give('call.ask', { session: head.id, clientId: newClientId(), media });
        if (asked !== undefined) await runHere(head.id, asked.entry.at, media === 'video');
      }),
    answer: (head: SessionHead, camera: boolean) =>
      once(async () => {
        const { call } = head;
        const answered = await orders.give('call.answer', { session: head.id, clientId: newClientId(), answer: 'yes' });
        if (answered !== undefined && call !== undefined) await runHere(head.id, call.askedAt, camera);
      }),
    decline: (head: SessionHead) =>
      once(
        async () =>
          void (await orders.give('call.answer', { session: head.id, clientId: newClientId(), answer: 'no' })),
      ),
    withdraw: (head: SessionHead) => once(async () => void (await orders.give('call.withdraw', { session: head.id }))),
    hangUp: (head: SessionHead) =>
      once(async () => {
        // Its window is silent at once: the server may be out of reach.
        if (desk.call.value?.session === head.id) await orders.mention('call.here', { call: null });
        await orders.give('call.end', { session: head.id });
      }),
    talkHere: (head: SessionHead) =>
      once(async () => {
        if (head.call !== undefined) await runHere(head.id, head.call.askedAt, false);
      }),
    /** The panel's way to the microphone of the window. */
    toggleMuted(head: SessionHead) {
      const own = desk.call.value;
      if (own?.session === head.id) void orders.give('call.order', { session: head.id, muted: !own.muted });
    },
  };
}
