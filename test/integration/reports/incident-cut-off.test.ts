import assert from 'node:assert/strict';
import * as v from 'valibot';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import { SessionId } from '../../../shared/contract/identifiers.ts';
import { customerClient, panelClient, repClient } from '../server-sessions/clients-in-process.ts';
import { aBrowser, featuresInProcess } from '../server-sessions/features-in-process.ts';
import type { FeaturesInProcess } from '../server-sessions/features-in-process.ts';

describe('The incident of a report that was saved in the moment of a crash', () => {
  let world: FeaturesInProcess;
  before(async () => {
    world = await featuresInProcess({ repNames: ['Ana'] });
  });
  after(() => world.stop());

  it('counts for its session after the next start, and never gives way to an earlier one', async () => {
    const [account] = world.reps;
    assert.ok(account);
    const [rep, panel, browser] = [
      repClient(world.features, account),
      panelClient(world.features, account),
      aBrowser(),
    ];
    world.browsers.add(browser);
    for (const name of ['Printer', 'Sound']) await panel.call('incidents.add', { name, parent: null, channels: [] });
    const started = await rep.call('sessions.start', { customer: 'Marta' });
    await customerClient(world.features, browser).call('codes.enter', {
      name: 'Marta',
      code: started.session.code?.code ?? '',
    });
    const session = v.parse(SessionId, started.session.id);
    await rep.call('sessions.end', { session });
    const { report, incidents } = await rep.call('reports.get', { session });
    const save = (base: number, name: string) => {
      const incident = incidents.find((one) => one.name === name)?.id ?? assert.fail(name);
      return rep.call('reports.save', { session, base, fields: { ...report.draft, incident } });
    };
    const counted = async () => (await sessionModel(world.connection).findOne({ _id: session }).lean())?.incident?.name;

    const sessions = sessionModel(world.connection);
    const { updateOne } = sessions;
    sessions.updateOne = () => {
      throw new Error('The store is away.');
    };
    try {
      const { report: saved } = await save(0, 'Printer');
      assert.equal(saved.versions.length, 1, 'it is saved all the same');
    } finally {
      sessions.updateOne = updateOne;
    }
    assert.equal(await counted(), undefined);
    await world.features.start();
    assert.equal(await counted(), 'Printer');

    await save(1, 'Sound');
    // The first version is to be counted once more, as if its process had been stopped for long.
    await world.connection
      .collection('session_reports')
      .updateOne({ session, version: 1 }, { $set: { uncounted: true } });
    await world.features.start();
    assert.equal(await counted(), 'Sound');
    assert.equal(await world.connection.collection('session_reports').countDocuments({ uncounted: true }), 0);
  });
});
