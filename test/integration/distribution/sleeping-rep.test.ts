import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { EXTENSION_ORIGIN } from '../../../shared/contract/extension-id.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/protocol-version.ts';
import { LeanLink } from '../../bench/clients/lean-link.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline, signInRep } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import { aForm } from '../server-sessions/sessions-for-tests.ts';

const soonMs = 60_000;

describe('A rep whose computer falls asleep', function () {
  this.timeout(180_000);

  /** Over a real connection that stands and says nothing, in real time: what tells it from a slow one is the server's to find out. */
  it('is found out and shown Offline, though its connection stands, and what was put before them goes to somebody else, ahead of who came later [F13]', async () => {
    const server = await startServerProcess();
    const administrator = await finishSetUp(server);
    const { panel } = administrator;
    const [channel] = (await panel.call('channels.list', {})).channels;
    assert.ok(channel);
    const { id, name, description, numbers } = channel;
    // The offer itself would stand for longer than the rep is thought to be there.
    const distribution = { ...channel.distribution, policy: 'longest-idle', offerSeconds: 300 } as const;
    await panel.call('channels.update', { id, name, description, numbers, distribution });
    const ana = await createRep(administrator, { displayName: 'Ana' });
    const link = await LeanLink.open({
      origin: server.origin,
      audience: 'rep',
      door: { protocol: PROTOCOL_VERSION, token: (await signInRep(server, ana)).token },
      pageOrigin: EXTENSION_ORIGIN,
      from: '127.0.0.1',
    });
    const asked = new Promise<void>((resolve) => {
      link.onEvent = (frame) => frame.includes('"offers.made"') && resolve();
    });
    await link.call('snapshot.get', {});
    const marta = await openCustomerLink(server);
    await marta.call('requests.ask', await aForm(marta, 'Marta'));
    await asked;
    link.sleep();
    const asleepAt = performance.now();
    const ruben = await openCustomerLink(server);
    await ruben.call('requests.ask', await aForm(ruben, 'Ruben'));
    // Somebody comes who is first put before whoever waits and is not before somebody else: Ruben.
    const ines = await repOnline(server, await createRep(administrator, { displayName: 'Ines' }));
    const first = await ines.event('offers.made', () => true, soonMs);
    assert.equal(first.request.name, 'Ruben');
    await ines.call('offers.pass', { offer: first.offer.id });
    const next = await ines.event('offers.made', ({ request }) => request.name === 'Marta', soonMs);
    assert.equal(next.request.position, 1, 'in front of who came later');
    const presence = async () =>
      (await panel.call('board.look', {})).board.reps.find((rep) => rep.id === ana.account.id)?.presence;
    while ((await presence()) !== 'offline' && performance.now() - asleepAt < 3 * soonMs) await pause(200);
    assert.equal((await presence()) ?? 'offline', 'offline');
    link.close();
    for (const each of [ines, marta, ruben]) each.close();
    await server.stop();
  });
});
