/** What a rep was shown to be is kept as an interval, also when whoever showed it did not live to begin one. */
import assert from 'node:assert/strict';
import type { Links } from '../../../server/edge/links.ts';
import type { Deadlines } from '../../../server/deadlines/deadlines.ts';
import { presenceModels } from '../../../server/presence/presence-model.ts';
import { createPresences } from '../../../server/presence/presence-service.ts';
import { featuresInProcess } from '../server-sessions/features-in-process.ts';
import type { FeaturesInProcess } from '../server-sessions/features-in-process.ts';

const nobodyWaits = { on: () => undefined, ensure: () => Promise.resolve(), set: () => Promise.resolve() };

describe('What a rep was shown to be', () => {
  let inProcess: FeaturesInProcess;
  let now = Date.now();
  before(async () => {
    inProcess = await featuresInProcess({ repNames: ['Ana'] });
  });
  after(() => inProcess?.stop());

  /** Another process on the same store. */
  function another() {
    const models = presenceModels(inProcess.connection);
    const links: Pick<Links, 'toAccount' | 'accountsConnected'> = {
      toAccount: () => undefined,
      accountsConnected: () => inProcess.accounts,
    };
    let changes = 0;
    const presences = createPresences({
      models,
      deadlines: nobodyWaits as unknown as Deadlines,
      links,
      clock: { now: () => (now += 1000) },
      onChange: () => (changes += 1),
    });
    return { models, presences, changes: () => changes };
  }

  const compare = async () => another().presences.compareLinks();
  const recover = async () => another().presences.recover(new Map());
  for (const [how, mend] of Object.entries({ compare, recover })) {
    it(`is begun by whoever comes after, at a start or when links are compared: ${how}`, async () => {
      const { models } = another();
      const account = inProcess.reps[0]?.id;
      assert.ok(account);
      const lasting = async () => models.intervals.find({ account, lasts: true }).lean();
      // It ended between the two: what is shown is Online, and what was before it lasts on, or nothing does.
      await models.reps.updateOne({ _id: account }, { $set: { shown: 'online', chosen: 'online', loggedIn: true } });
      await models.intervals.updateOne({ account, lasts: true }, { $set: { presence: 'away' } });
      await mend();
      assert.deepEqual(
        (await lasting()).map(({ presence }) => presence),
        ['online'],
      );
      await models.intervals.updateOne({ account, lasts: true }, { $set: { to: now }, $unset: { lasts: '' } });
      await mend();
      assert.deepEqual(
        (await lasting()).map(({ presence }) => presence),
        ['online'],
      );
      const kept = await models.intervals.countDocuments({ account });
      await mend();
      assert.equal(await models.intervals.countDocuments({ account }), kept, 'what is whole is left alone');
    });
  }
});
