import assert from 'node:assert/strict';
import type { SharedItem } from '../../../shared/contract/shared-item.ts';
import { createRep, finishSetUp, repOnline } from '../../support/people.ts';
import type { Rep, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { refuses } from './sessions-for-tests.ts';

describe('The shortcuts that a rep keeps', () => {
  let server: ServerProcess;
  let ana: Rep;
  let atWork: RepLink;
  let ines: RepLink;

  before(async () => {
    server = await startServerProcess();
    const administrator = await finishSetUp(server);
    ana = await createRep(administrator, { displayName: 'Ana Petrescu' });
    atWork = await repOnline(server, ana);
    ines = await repOnline(server, await createRep(administrator, { displayName: 'Ines' }));
  });
  after(async () => {
    atWork.close();
    ines.close();
    await server.stop();
  });

  const folder = (name: string) => ({ kind: 'folder', name }) as const;
  const favorite = (name: string) => ({ kind: 'favorite', name, address: `https://${name}.example/` }) as const;
  const idOf = (items: readonly SharedItem[], name: string) => {
    const item = items.find((one) => one.name === name);
    assert.ok(item, `${name} is there`);
    return item.id;
  };
  const clear = async (rep: RepLink) => {
    for (;;) {
      const [first] = (await rep.call('shortcuts.list', {})).items;
      if (first === undefined) return;
      await rep.call('shortcuts.remove', { id: first.id });
    }
  };

  it('are favorites, folders and programs, added, changed, moved and removed [S0-57] [S0-58] [S0-59]', async () => {
    await atWork.call('shortcuts.add', { parent: null, item: folder('Printers') });
    let { items } = await atWork.call('shortcuts.add', { parent: null, item: favorite('drivers') });
    const printers = idOf(items, 'Printers');
    const program = {
      kind: 'program',
      name: 'Spooler',
      path: 'C:\\Windows\\System32\\services.msc',
      arguments: '',
    } as const;
    ({ items } = await atWork.call('shortcuts.add', { parent: printers, item: program }));
    const drivers = idOf(items, 'drivers');
    ({ items } = await atWork.call('shortcuts.change', {
      id: drivers,
      item: { ...favorite('drivers'), name: 'Drivers' },
    }));
    ({ items } = await atWork.call('shortcuts.move', {
      id: drivers,
      parent: printers,
      before: idOf(items, 'Spooler'),
    }));
    assert.deepEqual(
      items.filter(({ parent }) => parent === printers).map(({ name }) => name),
      ['Drivers', 'Spooler'],
    );
    ({ items } = await atWork.call('shortcuts.remove', { id: printers }));
    assert.deepEqual(items, []);
  });

  it('are the rep’s alone, and in every browser of theirs', async () => {
    const athome = await repOnline(server, ana);
    await atWork.call('shortcuts.add', { parent: null, item: favorite('tickets') });
    assert.equal((await athome.event('shortcuts.changed')).items[0]?.name, 'tickets');
    assert.deepEqual(
      (await athome.call('shortcuts.list', {})).items.map(({ name }) => name),
      ['tickets'],
    );
    assert.deepEqual((await ines.call('shortcuts.list', {})).items, []);
    const { items } = await atWork.call('shortcuts.list', {});
    await refuses(ines.call('shortcuts.remove', { id: idOf(items, 'tickets') }), 'not-found');
    athome.close();
    await clear(atWork);
  });

  it('stand under the rules of the shared ones: words once, four levels, the web alone', async () => {
    const reply = { kind: 'reply', name: 'Greeting', word: 'hello', text: 'Good day {customer}' } as const;
    await atWork.call('shortcuts.add', { parent: null, item: reply });
    await refuses(atWork.call('shortcuts.add', { parent: null, item: { ...reply, name: 'Other' } }), 'already-exists');
    await refuses(
      atWork.call('shortcuts.add', { parent: null, item: { ...favorite('x'), address: 'javascript:alert(1)' } }),
      'invalid',
    );
    let parent: Parameters<typeof atWork.call<'shortcuts.add'>>[1]['parent'] = null;
    for (const level of ['1', '2', '3', '4']) {
      const { items } = await atWork.call('shortcuts.add', { parent, item: folder(level) });
      parent = idOf(items, level);
    }
    await refuses(atWork.call('shortcuts.add', { parent, item: folder('5') }), 'not-allowed');
    const { items } = await atWork.call('shortcuts.list', {});
    await refuses(
      atWork.call('shortcuts.move', { id: idOf(items, '1'), parent: idOf(items, '3'), before: null }),
      'not-found',
    );
    await refuses(atWork.call('shortcuts.change', { id: idOf(items, '1'), item: favorite('x') }), 'invalid');
  });
});
