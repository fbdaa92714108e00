/** The whiteboard of a session, through the real server: who may draw, in which order, and what survives. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { firstTab } from '../../../shared/contract/apply-to-board.ts';
import type { SessionId } from '../../../shared/contract/identifiers.ts';
import { BoardItemId, BoardPictureId, boardLimits } from '../../../shared/contract/whiteboard.ts';
import type { Board, BoardEntry, BoardItem, BoardLive } from '../../../shared/contract/whiteboard.ts';
import { randomId } from '../../../server/secrets/random.ts';
import { createRep, finishSetUp, openCustomerLink, openRepLink, repOnline, signInRep } from '../../support/people.ts';
import type { Administrator, CustomerLink, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aLiveSession, allowSessions, refuses } from './sessions-for-tests.ts';

const anItemId = () => v.parse(BoardItemId, randomId());
const aPicture = () => v.parse(BoardPictureId, randomId());
const aLine = (x: number): BoardItem => ({
  kind: 'line',
  id: anItemId(),
  x,
  y: 10,
  width: 100,
  height: 50,
  ink: 'blue',
  pen: 6,
});
const anAct = (session: SessionId, item: BoardItem) => ({
  clientId: randomId(),
  operation: { op: 'add' as const, tab: firstTab(session), item },
});
/** Either side's link, as far as it reads the board. */
interface Reads {
  call(
    name: 'whiteboard.read',
    params: { session: SessionId },
  ): Promise<{ readonly seq: number; readonly board: Board }>;
}
const idsOf = async (link: Reads, session: SessionId) =>
  (await link.call('whiteboard.read', { session })).board.tabs.flatMap(({ items }) => items.map(({ item }) => item.id));

/** A PNG's head that says so many pixels a side, with nothing behind it. */
function aHead(edge: number): string {
  const head = Buffer.alloc(64);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(head);
  head.writeUInt32BE(edge, 16);
  head.writeUInt32BE(edge, 20);
  return head.toString('base64');
}

/** Asked by the rep and accepted by the customer. */
async function open(rep: RepLink, customer: CustomerLink, session: SessionId) {
  await rep.call('whiteboard.ask', { session, clientId: randomId() });
  await customer.call('whiteboard.answer', { session, clientId: randomId(), answer: 'yes' });
}

describe('The whiteboard of a session', () => {
  let server: ServerProcess;
  let administrator: Administrator;
  let rep: RepLink;
  let stranger: RepLink;
  let customer: CustomerLink;
  let session: SessionId;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    await allowSessions(administrator, 20);
    rep = await repOnline(server, await createRep(administrator, { displayName: 'Ana' }));
    stranger = await repOnline(server, await createRep(administrator, { displayName: 'Bo' }));
    ({ customer, session } = await aLiveSession(server, rep));
  });
  after(() => server?.stop());

  it('is invited to in the chat, and open once the other side has accepted', async () => {
    const act = anAct(session, aLine(1));
    await refuses(rep.call('whiteboard.act', { session, acts: [act] }), 'not-allowed', /closed/);
    await rep.call('whiteboard.ask', { session, clientId: randomId() });
    await customer.event('log.appended', ({ entry }) => entry.kind === 'whiteboard-asked');
    await refuses(rep.call('whiteboard.answer', { session, clientId: randomId(), answer: 'yes' }), 'not-found');
    await customer.call('whiteboard.answer', { session, clientId: randomId(), answer: 'no' });
    await rep.event('log.appended', ({ entry }) => entry.kind === 'whiteboard-declined');
    await refuses(rep.call('whiteboard.act', { session, acts: [act] }), 'not-allowed', /closed/);
    await customer.call('whiteboard.ask', { session, clientId: randomId() });
    await rep.call('whiteboard.answer', { session, clientId: randomId(), answer: 'yes' });
    await customer.event('log.appended', ({ entry }) => entry.kind === 'whiteboard-accepted');
    assert.equal((await rep.call('whiteboard.act', { session, acts: [act] })).entries.length, 1);
  });

  it('gives both the same order, however many draw at once, and does once what comes twice', async () => {
    const acts = Array.from({ length: 40 }, (_, x) => anAct(session, aLine(x)));
    await Promise.all(
      acts.flatMap((act, at) => {
        const params = { session, acts: [act] };
        const send = () =>
          at % 2 === 0 ? rep.call('whiteboard.act', params) : customer.call('whiteboard.act', params);
        return [send(), send()];
      }),
    );
    const last = 1 + acts.length;
    const isLast = ({ entries }: { entries: readonly BoardEntry[] }) => entries.some(({ seq }) => seq === last);
    await Promise.all([rep.event('whiteboard.grew', isLast), customer.event('whiteboard.grew', isLast)]);
    const toldTo = [
      rep.events.flatMap((event) => (event.type === 'whiteboard.grew' ? event.entries : [])),
      customer.events.flatMap((event) => (event.type === 'whiteboard.grew' ? event.entries : [])),
    ];
    for (const told of toldTo)
      assert.deepEqual(
        told.map(({ seq }) => seq),
        Array.from({ length: last }, (_, at) => at + 1),
      );
    assert.deepEqual(await idsOf(rep, session), await idsOf(customer, session));
    assert.equal((await idsOf(rep, session)).length, last);
  });

  it('shows the other side what is being drawn, stores nothing of it, and does not send it back', async () => {
    const live: BoardLive = {
      is: 'stroke',
      tab: firstTab(session),
      id: anItemId(),
      x: 5,
      y: 5,
      ink: 'red',
      pen: 3,
      from: 0,
      points: '0,0 4,4',
    };
    await customer.call('whiteboard.draw', { session, live });
    const seen = await rep.event('whiteboard.live', (event) => event.by === 'customer');
    assert.deepEqual(seen.live, live);
    await rep.call('whiteboard.draw', { session, live });
    await customer.event('whiteboard.live', (event) => event.by === 'rep');
    assert.ok(!customer.events.some((event) => event.type === 'whiteboard.live' && event.by === 'customer'));
    assert.ok(!(await idsOf(rep, session)).includes(live.id));
  });

  it('is nobody else’s: not another rep’s, not another customer’s, and not a rep’s who may not chat', async () => {
    const other = await openCustomerLink(server);
    const act = anAct(session, aLine(3));
    const [reading, drawing, looking] = [{ session }, { session, acts: [act] }, { session, picture: aPicture() }];
    for (const call of [
      stranger.call('whiteboard.read', reading),
      stranger.call('whiteboard.act', drawing),
      stranger.call('whiteboard.picture', looking),
      other.call('whiteboard.read', reading),
      other.call('whiteboard.act', drawing),
      other.call('whiteboard.picture', looking),
    ])
      await refuses(call, 'not-found');
    assert.ok(!stranger.events.some(({ type }) => type === 'whiteboard.grew'));
    const subject = { kind: 'role', role: 'representative' } as const;
    await administrator.panel.call('rights.set', { subject, setting: { allow: [], deny: ['chat'] } });
    await refuses(rep.call('whiteboard.act', { session, acts: [act] }), 'not-allowed');
    await administrator.panel.call('rights.set', { subject, setting: { allow: [], deny: [] } });
  });

  it('keeps pictures that are small enough, and refuses one of 30,000 pixels a side unopened [H-60]', async () => {
    const [good, huge] = [aPicture(), aPicture()];
    await rep.call('whiteboard.keepPicture', { session, picture: good, data: aHead(1200) });
    await rep.call('whiteboard.keepPicture', { session, picture: good, data: aHead(1200) });
    const { type, data } = await customer.call('whiteboard.picture', { session, picture: good });
    assert.deepEqual([type, data], ['image/png', aHead(1200)]);
    const keep = (what: string) => customer.call('whiteboard.keepPicture', { session, picture: huge, data: what });
    await refuses(keep(aHead(30_000)), 'too-large', /1600 px/);
    await refuses(keep(Buffer.from('<svg onload="x"/>').toString('base64')), 'invalid');
    await refuses(rep.call('whiteboard.picture', { session, picture: huge }), 'not-found');
    for (let kept = 1; kept < boardLimits.pictures; kept += 1)
      await rep.call('whiteboard.keepPicture', { session, picture: aPicture(), data: aHead(10) });
    await refuses(keep(aHead(10)), 'too-large', /at most 20/);
  });

  it('says why it takes no more on a full tab, keeps what there is, and takes more on another tab [H-60]', async () => {
    let room = boardLimits.itemsPerTab - (await idsOf(rep, session)).length;
    while (room > 0) {
      const acts = Array.from({ length: Math.min(room, 50) }, (_, x) => anAct(session, aLine(x)));
      assert.deepEqual((await rep.call('whiteboard.act', { session, acts })).refused, []);
      room -= acts.length;
    }
    const act = anAct(session, aLine(7));
    const { entries, refused } = await customer.call('whiteboard.act', { session, acts: [act] });
    assert.deepEqual([entries, refused], [[], [{ clientId: act.clientId, why: 'full' }]]);
    assert.equal((await idsOf(rep, session)).length, boardLimits.itemsPerTab);
    const tab = randomId();
    const more = { clientId: randomId(), operation: { op: 'add', tab, item: aLine(8) } } as const;
    const added = { clientId: randomId(), operation: { op: 'addTab', tab, name: 'Second' } } as const;
    assert.equal((await customer.call('whiteboard.act', { session, acts: [added, more] })).entries.length, 2);
  }).timeout(60_000);

  it('is closed by either side, keeps what was drawn, and is read but not drawn on when the session has ended', async () => {
    const before = await idsOf(rep, session);
    await customer.call('whiteboard.close', { session, clientId: randomId() });
    await refuses(rep.call('whiteboard.act', { session, acts: [anAct(session, aLine(1))] }), 'not-allowed');
    await open(rep, customer, session);
    assert.deepEqual(await idsOf(customer, session), before);
    await rep.call('sessions.end', { session });
    await refuses(customer.call('whiteboard.act', { session, acts: [anAct(session, aLine(1))] }), 'session-ended');
    await refuses(rep.call('whiteboard.ask', { session, clientId: randomId() }), 'session-ended');
    for (const link of [rep, customer]) assert.deepEqual(await idsOf(link, session), before);
  });

  it('is handed out with what is kept of the customer, and erased with it', async () => {
    const { customer: marta, session: hers } = await aLiveSession(server, rep, 'Drawing Marta');
    await open(rep, marta, hers);
    const [own, foreign] = [anAct(hers, aLine(1)), anAct(hers, aLine(2))];
    await marta.call('whiteboard.act', { session: hers, acts: [own] });
    await rep.call('whiteboard.act', { session: hers, acts: [foreign] });
    await rep.call('sessions.end', { session: hers });
    const { items } = await administrator.panel.call('customers.find', { text: 'Drawing Marta' });
    const chosen = items.map(({ kind, id }) => ({ kind, id }));
    const records = await Promise.all(chosen.map((one) => administrator.panel.call('customers.read', one)));
    const text = JSON.stringify(records);
    assert.ok(text.includes(own.operation.item.id));
    assert.ok(!text.includes(foreign.operation.item.id), 'what the rep drew is not the customer’s');
    await administrator.panel.call('customers.erase', { items: chosen });
    assert.deepEqual(await idsOf(rep, hers), []);
  });
});

describe('A whiteboard whose server is killed in the middle of a stroke', () => {
  it('has all that was acknowledged, and takes what is sent again under the same id once', async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'rh-board-'));
    const first = await startServerProcess({ dataFolder });
    const { token } = await signInRep(first, await createRep(await finishSetUp(first)));
    const rep = await openRepLink(first, token);
    const { customer, session } = await aLiveSession(first, rep);
    await open(rep, customer, session);
    const acts = Array.from({ length: 600 }, (_, x) => anAct(session, aLine(x)));
    const acknowledged: string[] = [];
    for (let at = 0; at < 550; at += 50) {
      const { entries } = await customer.call('whiteboard.act', { session, acts: acts.slice(at, at + 50) });
      acknowledged.push(...entries.map(({ clientId }) => clientId));
    }
    // The last ones are under way while the server dies: stored or not, nobody knows.
    const lost = customer.call('whiteboard.act', { session, acts: acts.slice(550) }).then(
      () => 'answered',
      () => 'lost',
    );
    const live = { is: 'shape', tab: firstTab(session), item: aLine(1) } as const;
    void customer.call('whiteboard.draw', { session, live }).catch(() => undefined);
    const key = customer.browserKey() ?? '';
    await first.kill9();
    customer.close();

    const second = await startServerProcess({ dataFolder });
    try {
      const again = await openCustomerLink(second, key);
      const repAgain = await openRepLink(second, token);
      const there = new Set(await idsOf(repAgain, session));
      const kept = acts.filter(({ clientId }) => acknowledged.includes(clientId));
      assert.equal(kept.length, 550);
      for (const { operation } of kept) assert.ok(there.has(operation.item.id));
      // The board had been written down and its first operations let go: the latest are still known.
      for (const from of [300, 550]) {
        const sent = acts.slice(from, from + 50);
        const { refused } = await again.call('whiteboard.act', { session, acts: sent });
        assert.deepEqual(refused, []);
      }
      const whole = await repAgain.call('whiteboard.read', { session });
      assert.equal(whole.seq, acts.length);
      assert.deepEqual(
        whole.board.tabs[0]?.items.map(({ item }) => item.id),
        acts.map(({ operation }) => operation.item.id),
      );
      assert.ok(['answered', 'lost'].includes(await lost));
      again.close();
      repAgain.close();
    } finally {
      rep.close();
      await second.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    }
  }).timeout(120_000);
});
