import assert from 'node:assert/strict';
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
      await refuses(changeOften(), 'too-many-tries');
      assert.ok(taken < 35, String(taken));
    } finally {
      await world.stop();
    }
  });
});
