import assert from 'node:assert/strict';
import { newId } from '../../../server/secrets/random.ts';
import { requestModel } from '../../../server/queue/request-model.ts';
import { ChannelId } from '../../../shared/contract/identifiers.ts';
import { aBrowser, featuresInProcess, pageOf } from './features-in-process.ts';
import { refuses } from './sessions-for-tests.ts';

describe('A customer who changes a request again and again', () => {
  it('is held off as one who asks again and again: each change is shown to every rep', async () => {
    const world = await featuresInProcess({ repNames: ['Ana'] });
    try {
      const browser = aBrowser();
      world.browsers.add(browser);
      const marta = pageOf(browser);
      const form = { channel: world.channel.id, name: 'Marta', email: '', phone: '', reason: '0', message: '' };
      await world.features.customerHandlers['requests.ask'](form, marta);
      let taken = 0;
      const changeOften = async () => {
        for (; taken < 100; taken += 1) {
          await world.features.customerHandlers['requests.change']({ ...form, reason: `Printer ${taken}` }, marta);
        }
      };
      await refuses(changeOften(), 'proof-needed');
      assert.ok(taken < 35, String(taken));
    } finally {
      await world.stop();
    }
  });

  it('is not taken by a rep of the channel that they have just left', async () => {
    const world = await featuresInProcess({ repNames: ['Ana', 'Bo'] });
    try {
      const [ana, bo] = world.reps;
      assert.ok(ana && bo);
      const other = { ...world.channel, id: newId(ChannelId), name: 'Other', members: [bo.id] };
      world.channels.set(other.id, other);
      const browser = aBrowser();
      world.browsers.add(browser);
      const { customerHandlers, repHandlers } = world.features;
      const form = { channel: world.channel.id, name: 'Marta', email: '', phone: '', reason: '0', message: '' };
      await customerHandlers['requests.ask'](form, pageOf(browser));
      const request = (await requestModel(world.connection).findOne({ browser }).lean())?._id;
      assert.ok(request);
      const requests = requestModel(world.connection);
      const { findOneAndUpdate } = requests;
      const changeFirst = async (...args: Parameters<typeof findOneAndUpdate>) => {
        requests.findOneAndUpdate = findOneAndUpdate;
        await customerHandlers['requests.change']({ ...form, channel: other.id }, pageOf(browser));
        return findOneAndUpdate.apply(requests, args).lean();
      };
      requests.findOneAndUpdate = ((...args: Parameters<typeof findOneAndUpdate>) => ({
        lean: () => changeFirst(...args),
      })) as unknown as typeof findOneAndUpdate;
      const claim = repHandlers['requests.claim']({ request }, { linkId: 'rep', account: ana });
      await refuses(Promise.resolve(claim), 'not-found', /have left/);
      const kept = await requests.findOne({ _id: request }).lean();
      assert.deepEqual([kept?.state, kept?.channel], ['waiting', other.id]);
    } finally {
      await world.stop();
    }
  });
});
