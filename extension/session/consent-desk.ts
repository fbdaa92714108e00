/** Asking for the screen and giving it back, for one session. */
import { signal } from '@preact/signals';
import type { ConsentAsk, ConsentScope } from '../../shared/contract/consent.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { Orders } from '../view/orders.ts';
import { newClientId } from '../view/new-client-id.ts';

/** The desk, as {@link createConsentDesk} makes it. */
export type ConsentDesk = ReturnType<typeof createConsentDesk>;

/** Nothing is being asked yet. */
export function createConsentDesk(orders: Orders) {
  /** Which question is being put together, and for whom. */
  const asking = signal<{ readonly session: SessionId; readonly scope: ConsentScope } | null>(null);
  return {
    asking,
    begin(session: SessionId, scope: ConsentScope) {
      asking.value = { session, scope };
    },
    cancel() {
      asking.value = null;
    },
    async ask(session: SessionId, ask: ConsentAsk) {
      asking.value = null;
      await orders.give('consent.ask', { session, clientId: newClientId(), ask });
    },
    unask: (session: SessionId) => orders.give('consent.unask', { session }),
    /** Gives control back and keeps seeing. */
    release: (session: SessionId) => orders.give('consent.lower', { session, scope: 'control' }),
    /** Gives everything back. */
    stop: (session: SessionId) => orders.give('consent.lower', { session, scope: 'view' }),
  };
}
