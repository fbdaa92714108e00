import assert from 'node:assert/strict';
import * as v from 'valibot';
import { startLinkOwner } from '../../../../extension/link-owner/link-owner.ts';
import { openPortLink } from '../../../../extension/port/port-carrier.ts';
import { firstSettings } from '../../../../extension/port/settings.ts';
import type { Settings } from '../../../../extension/port/settings.ts';
import { viewContract } from '../../../../extension/port/view-contract.ts';
import { noWork, workOf } from '../../../../extension/port/stored-forms.ts';
import type { KeptWork } from '../../../../extension/port/stored-forms.ts';
import { StoredAccount, workerContract } from '../../../../extension/port/worker-contract.ts';
import type { Work } from '../../../../extension/port/worker-contract.ts';
import { createDraftDesk } from '../../../../extension/view/draft-desk.ts';
import { createDeskView } from '../../../../extension/view/desk-view.ts';
import { createClient, parseEvent } from '../../../../shared/contract/contract.ts';
import { manualClock } from '../../shared/ui/manual-clock.ts';
import { token } from '../builders.ts';
import { portPair } from '../port/port-pair.ts';
import { scriptedCarrier } from '../scripted-carrier.ts';
import { fakeServer } from './fake-server.ts';

/** Lets everything that is on its way arrive. */
export const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

export const signedIn = { server: 'https://help.example', userId: 'ines', token: token() };

interface Kept {
  /** Who is signed in; `null` is nobody. */
  readonly account?: typeof signedIn | null;
  readonly settings?: Partial<Settings>;
  /** What was written and has not arrived. */
  readonly work?: Partial<Work>;
  /** How the server answers somebody who signs in or out. */
  readonly entry?: Parameters<typeof scriptedCarrier>[0];
  /** Something fills the rep's screen. */
  readonly isFullScreen?: boolean;
}

/** A link owner at work, over a worker that keeps what it is given; the test plays server and views. */
export function aLinkOwner(
  server = fakeServer(),
  { account = signedIn, settings = {}, work = {}, entry = {}, isFullScreen = false }: Kept = {},
) {
  const clock = manualClock(10_000);
  const orders: { operation: string; params: unknown }[] = [];
  const nothing = () => ({});
  const onDisk: { account: StoredAccount | null; work: KeptWork } = {
    account,
    work: account === null ? null : { of: account, ...noWork, ...work },
  };
  const worker = scriptedCarrier({
    'screen.look': () => ({ isFull: isFullScreen }),
    'stored.read': () => ({
      account: onDisk.account,
      settings: { ...firstSettings, ...settings },
      work: workOf(onDisk.account, onDisk.work),
    }),
    'stored.account'(kept) {
      onDisk.account = v.parse(StoredAccount, kept);
      return {};
    },
    'stored.work'(kept) {
      const { of, work: written } = v.parse(workerContract.operations['stored.work'].params, kept);
      onDisk.work = { of, ...written };
      return {};
    },
    ...Object.fromEntries(
      ['stored.settings', 'notice.show', 'notice.withdraw', 'badge.show'].map((name) => [name, nothing]),
    ),
  });
  const faults: unknown[] = [];
  const play = { count: 0 };
  const owner = startLinkOwner({
    worker: createClient(workerContract, {
      call(call) {
        orders.push(call);
        return worker.call(call);
      },
    }),
    openSocket: server.openSocket,
    carrierTo: () => scriptedCarrier(entry),
    play: () => void (play.count += 1),
    now: clock.now,
    after: clock.after,
    onFault: (error) => faults.push(error),
  });
  const openView = () => {
    const desk = createDeskView(clock);
    const port = openPortLink({
      connect() {
        const [near, far] = portPair();
        queueMicrotask(() => owner.views.admit(far));
        return near;
      },
      wake: async () => {},
      onEvent(message) {
        const event = parseEvent(viewContract, message);
        assert.ok(event, `not an event: ${JSON.stringify(message)}`);
        desk.apply(event);
      },
      after: clock.after,
    });
    const client = createClient(viewContract, port);
    const drafts = createDraftDesk(desk, (change) => client.call('drafts.keep', change));
    return { desk, client, drafts, close: () => port.close() };
  };
  const ordersOf = (name: string) => orders.filter(({ operation }) => operation === name);
  return { clock, owner, server, openView, ordersOf, faults, play, onDisk };
}
