import assert from 'node:assert/strict';
import * as v from 'valibot';
import { codeModel } from '../../../server/codes/code-model.ts';
import { hostTicketModel } from '../../../server/host-link/ticket-model.ts';
import { SessionId } from '../../../shared/contract/identifiers.ts';
import { aBrowser, featuresInProcess, pageOf } from './features-in-process.ts';
import type { FeaturesInProcess } from './features-in-process.ts';

describe('A rep’s seat', () => {
  let world: FeaturesInProcess;

  before(async () => {
    world = await featuresInProcess({ repNames: ['Ana'] });
  });
  after(() => world.stop());

  const ana = () => ({ linkId: 'ana', account: world.reps[0] ?? assert.fail() });
  const reps = () => world.features.repHandlers;
  const presence = async () => (await reps()['snapshot.get']({}, ana())).presence;

  async function aCode() {
    const { session } = await reps()['sessions.start']({ customer: 'Marta' }, ana());
    return { session: v.parse(SessionId, session.id), code: session.code?.code ?? assert.fail('no code') };
  }

  async function aSession() {
    const { session, code } = await aCode();
    const browser = aBrowser();
    world.browsers.add(browser);
    await world.features.customerHandlers['codes.enter']({ name: 'Marta', code }, pageOf(browser));
    assert.equal(await presence(), 'busy');
    return session;
  }

  /** The store does not take all of what follows from the end; both read that it is over all the same. */
  async function endCutOff(session: v.InferOutput<typeof SessionId>) {
    const tickets = hostTicketModel(world.connection);
    const { deleteMany } = tickets;
    tickets.deleteMany = () => {
      throw new Error('The store is away');
    };
    try {
      const { summary } = await reps()['sessions.end']({ session }, ana());
      assert.equal(summary?.endReason, 'finished');
    } finally {
      tickets.deleteMany = deleteMany;
    }
  }

  it('is free again when an end that was cut off is asked for once more', async () => {
    const session = await aSession();
    await endCutOff(session);
    const { summary } = await reps()['sessions.end']({ session }, ana());
    assert.equal(summary?.endReason, 'finished');
    assert.equal(await presence(), 'online');
  });

  it('is free after a start, although the end was cut off', async () => {
    const session = await aSession();
    await endCutOff(session);
    await world.features.start();
    assert.equal(await presence(), 'online');
  });

  it('is free when the session ends in the very moment in which its customer comes in', async () => {
    const { session, code } = await aCode();
    const codes = codeModel(world.connection);
    const { deleteMany } = codes;
    let ending: Promise<unknown> | undefined;
    codes.deleteMany = ((...args: Parameters<typeof deleteMany>) => {
      // What entering does first after the customer was let in: the end comes before anything else of it.
      codes.deleteMany = deleteMany;
      ending = Promise.resolve(reps()['sessions.end']({ session }, ana()));
      return ending.then(() => deleteMany.apply(codes, args));
    }) as unknown as typeof deleteMany;
    await world.features.customerHandlers['codes.enter']({ name: 'Marta', code }, pageOf(aBrowser()));
    await ending;
    assert.equal(await presence(), 'online');
  });

  it('is one for each session, however often it is taken or given back', async () => {
    const first = await aSession();
    const second = await aSession();
    await Promise.all([1, 2, 3].map(async () => reps()['sessions.end']({ session: first }, ana())));
    assert.equal(await presence(), 'busy');
    await reps()['sessions.end']({ session: second }, ana());
    assert.equal(await presence(), 'online');
  });
});
