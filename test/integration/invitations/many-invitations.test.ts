import assert from 'node:assert/strict';
import { mostListed } from '../../../server/invitations/invitation-service.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ProofOfWork } from '../../../shared/contract/proof-of-work.ts';
import { solveProof } from '../../support/solve-proof.ts';
import { aBrowser, featuresInProcess, pageOf } from '../server-sessions/features-in-process.ts';
import type { FeaturesInProcess } from '../server-sessions/features-in-process.ts';

describe('Many invitations', () => {
  let world: FeaturesInProcess;
  const clock = { at: Date.now(), now: () => clock.at };

  before(async () => {
    world = await featuresInProcess({ repNames: ['Ana'], clock });
  });
  after(() => world.stop());

  const form = { name: 'Marta', message: '', to: [], desks: [] };
  const make = (page: ReturnType<typeof pageOf>, proof?: ProofOfWork) =>
    Promise.resolve(
      world.features.customerHandlers['invitations.make']({ ...form, ...(proof === undefined ? {} : { proof }) }, page),
    ).then(
      () => 'made',
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    );

  it('from one network are held to ten and to work, as requests are [H-62]', async () => {
    const outcomes: string[] = [];
    for (let made = 0; made < 12; made += 1) outcomes.push(await make(pageOf(aBrowser())));
    assert.deepEqual(outcomes.slice(9), ['made', 'proof-needed', 'proof-needed']);
    const page = pageOf(aBrowser());
    const challenge = await world.features.customerHandlers['proof.challenge']({ purpose: 'request' }, page);
    assert.equal(await make(page, solveProof(challenge)), 'made', 'work is an entrance');
    assert.equal(await make({ ...pageOf(aBrowser()), address: '203.0.113.1' }), 'made', 'others are not held off');
  });

  it('are listed up to a bound, whoever waits longest first', async () => {
    const stored = world.connection.collection<Record<string, unknown>>('invitations');
    const [one] = await stored.find({ holds: true }).limit(1).toArray();
    assert.ok(one);
    const more = Array.from({ length: mostListed + 5 }, (_, at) => ({
      ...one,
      ...{ _id: aBrowser().slice(0, 22), browser: aBrowser(), link: `link ${at}`, code: `code ${at}` },
      ...{ channels: [world.channel.id], createdAt: clock.at + at },
    }));
    await stored.insertMany(more as never[]);
    const account = world.reps[0] ?? assert.fail();
    const list = world.features.repHandlers['invitations.list'];
    const { invitations } = await list({}, { linkId: 'ana', account });
    assert.deepEqual(
      invitations.map(({ createdAt }) => createdAt),
      Array.from({ length: mostListed }, (_, at) => clock.at + at),
    );
    assert.deepEqual([...new Set(invitations.map(({ channelName }) => channelName))], ['General']);
    const elsewhere = { ...account, channels: [] };
    assert.deepEqual((await list({}, { linkId: 'ana', account: elsewhere })).invitations, []);
  });
});
