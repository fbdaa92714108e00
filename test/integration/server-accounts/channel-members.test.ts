/** Who is in a channel, while several administrators change it. */
import assert from 'node:assert/strict';
import { randomId } from '../../../server/secrets/random.ts';
import type { AccountId } from '../../../shared/contract/identifiers.ts';
import { createRep, finishSetUp, repOnline } from '../../support/people.ts';
import type { Administrator } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { refuses } from '../server-sessions/sessions-for-tests.ts';

describe('The members of a channel', () => {
  let server: ServerProcess;
  let administrator: Administrator;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
  });
  after(() => server.stop());

  const change = async (id: string, add: readonly AccountId[], remove: readonly AccountId[] = []) =>
    (await administrator.panel.call('channels.changeMembers', { id, add: [...add], remove: [...remove] })).channel;

  it('are all that anybody put in and nobody took out, however many change them at once', async () => {
    const { panel } = administrator;
    const { channel } = await panel.call('channels.create', { name: 'Printers', description: '' });
    const people = await Promise.all(
      ['Ana', 'Bo', 'Cy', 'Di'].map(async (name) => (await createRep(administrator, { displayName: name })).account.id),
    );
    await change(channel.id, people.slice(0, 2));
    await Promise.all([
      change(channel.id, people.slice(2), people.slice(0, 1)),
      ...people.slice(1).map((id) => change(channel.id, [id])),
    ]);
    const { channels } = await panel.call('channels.list', {});
    assert.deepEqual(channels.find(({ id }) => id === channel.id)?.members.toSorted(), people.slice(1).toSorted());
  });

  it('hear at once that they came or went, and nobody comes who has no account', async () => {
    const { panel } = administrator;
    const { channel } = await panel.call('channels.create', { name: 'Fax', description: '' });
    const rep = await createRep(administrator, { displayName: 'Eve', channels: [] });
    const link = await repOnline(server, rep);
    await change(channel.id, [rep.account.id]);
    await link.event('account.changed', ({ account }) => account.channels.includes(channel.id));
    await refuses(
      panel.call('channels.changeMembers', { id: channel.id, add: [randomId()], remove: [] }),
      'not-found',
      /One of these accounts is not there/,
    );
    assert.deepEqual((await change(channel.id, [], [rep.account.id])).members, []);
    await link.event('account.changed', ({ account }) => !account.channels.includes(channel.id));
    link.close();
  });
});
