/** Asking for the screen and giving it back, for one session. */
import { signal } from '@preact/signals';
import type { ConsentAsk, ConsentScope, ToolScope } from '../../shared/contract/consent.ts';
import { rightsToAsk } from '../../shared/contract/right.ts';
import type { EffectiveRight } from '../../shared/contract/right.ts';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { Orders } from '../view/orders.ts';
import { newClientId } from '../view/new-client-id.ts';
import { deniedWords } from './denied-tool.ts';

/** The desk, as {@link createConsentDesk} makes it. */
export type ConsentDesk = ReturnType<typeof createConsentDesk>;

/** Nothing is being asked yet. `rights` are the rep's own, as far as they are known. */
export function createConsentDesk(orders: Orders, rights: () => readonly EffectiveRight[] | undefined) {
  /** Which question is being put together, and for whom. */
  const asking = signal<{ readonly session: SessionId; readonly scope: ConsentScope } | null>(null);
  /** Why the rep may not ask for this, in words; `undefined` when nothing speaks against it. */
  const denied = (scope: ConsentScope) => deniedWords(rights(), ...rightsToAsk[scope]);
  return {
    asking,
    denied,
    begin(session: SessionId, scope: ConsentScope) {
      if (denied(scope) === undefined) asking.value = { session, scope };
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
    /** Gives one tool back. */
    giveBack: (session: SessionId, tool: ToolScope) => orders.give('consent.lower', { session, scope: tool }),
    /** Gives the screen back, and the hands with it. */
    stop: (session: SessionId) => orders.give('consent.lower', { session, scope: 'view' }),
  };
}
