/** A rep without a browser: the extension's own link owner with one view, on a real link. */
import { effect } from '@preact/signals';
import { startLinkOwner } from '../../../extension/link-owner/link-owner.ts';
import { openPortLink } from '../../../extension/port/port-carrier.ts';
import { firstSettings } from '../../../extension/port/settings.ts';
import { noWork } from '../../../extension/port/stored-forms.ts';
import { viewContract } from '../../../extension/port/view-contract.ts';
import { workerContract } from '../../../extension/port/worker-contract.ts';
import { createDeskView } from '../../../extension/view/desk-view.ts';
import { newClientId } from '../../../extension/view/new-client-id.ts';
import { createClient, parseEvent } from '../../../shared/contract/contract.ts';
import { EXTENSION_ORIGIN } from '../../../shared/contract/extension-id.ts';
import { lastSeq } from '../../../shared/contract/grow-log.ts';
import type { SessionId } from '../../../shared/contract/identifiers.ts';
import { systemClock } from '../../../shared/ui/clock.ts';
import { portPair } from '../../unit/extension/port/port-pair.ts';
import { scriptedCarrier } from '../../unit/extension/scripted-carrier.ts';
import { until } from '../customer-host-x11/x-display.ts';
import type { RepOfFleet, Seen, Written } from './fleet-words.ts';
import type { LinkWatch } from './link-watch.ts';
import { watchShownLog } from './seen-log.ts';
import type { SeenLog } from './seen-log.ts';
import { createMessageBook } from './written-messages.ts';

export interface RepSeat {
  /** Begins a session and tells its code. */
  start(customer: string): Promise<{ readonly session: SessionId; readonly code: string }>;
  write(session: SessionId): void;
  writtenIn(session: SessionId): readonly Written[];
  seenOf(session: SessionId): { readonly lines: readonly Seen[]; readonly blemishes: readonly string[] };
  lastSeqOf(session: SessionId): number;
  /** What is not acknowledged, with the reason where it never will be. */
  unsentIn(session: SessionId): readonly { readonly text: string; readonly failure: string | null }[];
}

export async function seatRep(
  origin: string,
  { userId, token }: RepOfFleet,
  {
    watch,
    onAcknowledged,
    onFault,
  }: { watch: LinkWatch; onAcknowledged: () => void; onFault: (error: unknown) => void },
): Promise<RepSeat> {
  const book = createMessageBook('rep', { Origin: EXTENSION_ORIGIN }, onAcknowledged);
  const account = { server: origin, userId, token };
  const orders = ['stored.account', 'stored.settings', 'stored.work', 'notice.show', 'notice.withdraw', 'badge.show'];
  const worker = scriptedCarrier({
    'screen.look': () => ({ isFull: false }),
    'stored.read': () => ({ account, settings: firstSettings, work: noWork }),
    ...Object.fromEntries(orders.map((name) => [name, () => ({})])),
  });
  const owner = startLinkOwner({
    worker: createClient(workerContract, worker),
    openSocket: book.openSocket,
    carrierTo: () => scriptedCarrier({}),
    play: () => {},
    ...systemClock,
    onFault,
  });
  const desk = createDeskView(systemClock);
  const port = openPortLink({
    connect() {
      const [near, far] = portPair();
      queueMicrotask(() => owner.views.admit(far));
      return near;
    },
    wake: async () => {},
    onEvent(message) {
      const event = parseEvent(viewContract, message);
      if (event === undefined) throw new Error('The link owner told something that no view knows');
      desk.apply(event);
    },
    after: systemClock.after,
  });
  const view = createClient(viewContract, port);
  watch('rep', desk.link);
  await until('the desk', () => desk.desk.value !== null, 20_000);

  const seen = new Map<SessionId, SeenLog>();
  effect(() => {
    const [logs, unsent] = [desk.logs.value, desk.unsent.value];
    for (const [session, log] of seen) log.look(logs.get(session) ?? [], unsent);
  });
  return {
    async start(customer) {
      const { session } = await view.call('sessions.start', { customer });
      seen.set(session.id, watchShownLog(`rep in ${session.id}`));
      await until('the code', () => codeOf(session.id) !== undefined);
      return { session: session.id, code: codeOf(session.id) ?? '' };
    },
    write(session) {
      const written = book.of(session);
      const text = `r${written.all.length}`;
      written.write(text);
      view.call('chat.write', { session, clientId: newClientId(), text }).catch(onFault);
    },
    writtenIn: (session) => book.of(session).all,
    seenOf: (session) => seen.get(session) ?? { lines: [], blemishes: ['never seen'] },
    lastSeqOf: (session) => lastSeq(desk.logs.value.get(session) ?? []),
    unsentIn: (session) => desk.unsent.value.filter((message) => message.session === session),
  };

  function codeOf(session: SessionId): string | undefined {
    return desk.sessions.value.find(({ head }) => head.id === session)?.head.code?.code;
  }
}
