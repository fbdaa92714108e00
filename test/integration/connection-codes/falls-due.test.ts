import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import * as v from 'valibot';
import { codeLifeMs, knockLifeMs } from '../../../server/codes/code-service.ts';
import { RequestId, SessionId, Ticket } from '../../../shared/contract/identifiers.ts';
import { aBrowser, featuresInProcess, pageOf } from '../server-sessions/features-in-process.ts';
import type { FeaturesInProcess } from '../server-sessions/features-in-process.ts';
import { refuses } from '../server-sessions/sessions-for-tests.ts';

const dayMs = 24 * 3_600_000;

describe('The ways into a session that waits', () => {
  let world: FeaturesInProcess;
  const clock = { at: Date.now(), now: () => clock.at };

  before(async () => {
    world = await featuresInProcess({ repNames: ['Ana'], clock });
  });
  afterEach(async () => {
    const { sessions } = await world.features.repHandlers['snapshot.get']({}, rep());
    for (const { id } of sessions) {
      await world.features.repHandlers['sessions.end']({ session: v.parse(SessionId, id) }, rep());
    }
  });
  after(() => world.stop());

  const rep = () => ({ linkId: 'ana', account: world.reps[0] ?? assert.fail() });
  const customer = () => world.features.customerHandlers;
  async function aSession(name = 'Marta') {
    const { session } = await world.features.repHandlers['sessions.start']({ customer: name }, rep());
    const token = v.parse(Ticket, session.door?.link?.token);
    return {
      session: v.parse(SessionId, session.id),
      code: session.code?.code ?? assert.fail('no code'),
      link: { token },
    };
  }
  const headOf = async (session: SessionId) =>
    (await world.features.repHandlers['snapshot.get']({}, rep())).sessions.find(({ id }) => id === session);
  async function until(what: string, isSo: () => Promise<boolean>) {
    const end = performance.now() + 20_000;
    while (!(await isSo())) {
      assert.ok(performance.now() < end, `${what} did not come`);
      await pause(20);
    }
  }
  /** The server is away for so long. */
  async function away(ms: number) {
    await world.features.stop();
    clock.at += ms;
    await world.features.start();
  }

  it('close in time though the server was away: the code after ten minutes, the link after a day', async () => {
    const { session, code, link } = await aSession();
    await away(codeLifeMs);
    await refuses(
      Promise.resolve(customer()['codes.enter']({ name: 'Marta', code }, pageOf(aBrowser()))),
      'code-refused',
    );
    await until('the head without its code', async () => (await headOf(session))?.code === null);
    assert.equal((await headOf(session))?.door?.link?.token, link.token, 'the link lives on');
    await away(dayMs);
    const page = pageOf(aBrowser());
    await refuses(Promise.resolve(customer()['links.look']({ token: link.token }, page)), 'link-refused');
    await refuses(
      Promise.resolve(customer()['links.enter']({ name: 'Marta', token: link.token }, page)),
      'link-refused',
    );
    await until('the head without its link', async () => (await headOf(session))?.door?.link === null);
  });

  it('let one in by one way, and close every other', async () => {
    const { session, code, link } = await aSession();
    const { session: head } = await customer()['links.enter']({ name: 'Eva', token: link.token }, pageOf(aBrowser()));
    assert.deepEqual([head.id, head.state], [session, 'live']);
    assert.equal(head.door, undefined, 'the customer is shown no code and no link');
    await refuses(
      Promise.resolve(customer()['codes.enter']({ name: 'Marta', code }, pageOf(aBrowser()))),
      'code-refused',
    );
    const second = customer()['links.enter']({ name: 'Eva', token: link.token }, pageOf(aBrowser()));
    await refuses(Promise.resolve(second), 'link-refused');
  });

  it('keep the rep’s seat taken when two come through one link at once', async () => {
    const seats = world.connection.collection<{ _id: string; seats: string[] }>('rep_standings');
    for (let round = 0; round < 10; round += 1) {
      const { session, link } = await aSession();
      const enter = () =>
        Promise.resolve(customer()['links.enter']({ name: 'Marta', token: link.token }, pageOf(aBrowser())));
      const outcomes = await Promise.allSettled([enter(), enter()]);
      assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
      assert.ok((await seats.findOne({ _id: rep().account.id }))?.seats.includes(session));
      await world.features.repHandlers['sessions.end']({ session }, rep());
    }
  });

  it('keep a stranger who hit the code at the door, until the rep has answered or time is over', async () => {
    const { session, code } = await aSession();
    const mallory = pageOf(aBrowser());
    const { session: waits } = await customer()['codes.enter']({ name: 'Mallory', code }, mallory);
    assert.deepEqual([waits.state, waits.customer.name], ['waiting-code', 'Mallory']);
    assert.equal((await headOf(session))?.door?.knock?.name, 'Mallory');
    const page = await customer()['page.open']({}, mallory);
    assert.equal(page.state.at, 'session', 'a reload waits on');
    await refuses(Promise.resolve(customer()['log.after']({ session, seq: 0 }, mallory)), 'not-found');

    const { session: refused } = await world.features.repHandlers['codes.admit']({ session, letIn: false }, rep());
    const again = refused.code?.code ?? assert.fail('a new code is out');
    assert.equal((await customer()['page.open']({}, mallory)).state.at, 'start');

    await customer()['codes.enter']({ name: 'Mallory', code: again }, mallory);
    await away(knockLifeMs);
    await until('the free door', async () => (await headOf(session))?.door?.knock === null);
    const late = world.features.repHandlers['codes.admit']({ session, letIn: true }, rep());
    await refuses(Promise.resolve(late), 'not-found');
  });

  it('take out of the line who comes in, and leave who is not let in where they stood', async () => {
    const marta = pageOf(aBrowser());
    world.browsers.add(marta.browser);
    const form = { channel: world.channel.id, name: 'Marta', email: '', phone: '', reason: 'Printer', message: '' };
    await customer()['requests.ask'](form, marta);
    const stands = async () => (await customer()['page.open']({}, marta)).state.at;
    const { session, code } = await aSession('Juan');
    await customer()['codes.enter']({ name: 'Marta', code }, marta);
    assert.equal(await stands(), 'session');
    await world.features.repHandlers['codes.admit']({ session, letIn: false }, rep());
    assert.equal(await stands(), 'waiting');
    const { link } = await aSession('Marta');
    await customer()['links.enter']({ name: 'Marta', token: link.token }, marta);
    assert.equal(await stands(), 'session');
    assert.deepEqual((await world.features.repHandlers['snapshot.get']({}, rep())).requests, []);
  });

  it('show the waiting icon where the link was opened or the same name was helped, and nowhere else', async () => {
    const first = await aSession();
    const marta = pageOf(aBrowser());
    await customer()['links.look']({ token: first.link.token }, marta);
    const shown = async (page: typeof marta) =>
      (await customer()['reps.waiting']({}, page)).reps.map(({ session }) => session);
    assert.deepEqual(await shown(marta), [first.session]);
    const stranger = pageOf(aBrowser());
    assert.deepEqual(await shown(stranger), []);
    const forged = customer()['reps.enter']({ session: first.session, name: 'Marta' }, stranger);
    await refuses(Promise.resolve(forged), 'link-refused');
    const { session } = await customer()['reps.enter']({ session: first.session, name: 'Marta' }, marta);
    assert.equal(session.state, 'live');
    await world.features.repHandlers['sessions.end']({ session: first.session }, rep());

    const other = await aSession('Bo');
    assert.deepEqual(await shown(marta), [], 'the rep waits for somebody else');
    const second = await aSession('Marta');
    assert.deepEqual(await shown(marta), [second.session]);
    assert.deepEqual(await shown(stranger), []);
    await world.features.repHandlers['codes.another']({ session: other.session }, rep());
  });

  it('show no waiting icon to whoever called themselves so in the queue', async () => {
    const stranger = pageOf(aBrowser());
    world.browsers.add(stranger.browser);
    await customer()['requests.ask'](
      { channel: world.channel.id, name: 'Marta', email: '', phone: '', reason: 'Printer', message: '' },
      stranger,
    );
    const { requests } = await world.features.repHandlers['snapshot.get']({}, rep());
    const request = v.parse(RequestId, requests[0]?.id);
    const { session: helped } = await world.features.repHandlers['requests.claim']({ request }, rep());
    await world.features.repHandlers['sessions.end']({ session: v.parse(SessionId, helped.id) }, rep());

    const { session } = await aSession('Marta');
    assert.deepEqual((await customer()['reps.waiting']({}, stranger)).reps, []);
    const forged = customer()['reps.enter']({ session, name: 'Marta' }, stranger);
    await refuses(Promise.resolve(forged), 'link-refused');
  });
});
