/** What is being written and what waits, through a real link owner and its views. */
import assert from 'node:assert/strict';
import * as v from 'valibot';
import { KeptWork, noWork } from '../../../../extension/port/stored-forms.ts';
import { emptyDraft, withChange } from '../../../../extension/port/work-draft.ts';
import type { WorkDraft } from '../../../../extension/port/work-draft.ts';
import { IncidentId } from '../../../../shared/contract/incident.ts';
import { PROTOCOL_VERSION } from '../../../../shared/contract/protocol-version.ts';
import { aDesk, aHead, clientId, session, token } from '../builders.ts';
import { aLinkOwner, settled, signedIn } from './a-link-owner.ts';
import { fakeServer } from './fake-server.ts';

const aMessage = { session: session(), clientId: clientId(), text: 'Hi', at: 1, failure: null };
const failed = { ...aMessage, failure: 'Never' };
const aFile = {
  session: session(),
  clientId: clientId('file'),
  name: 'manual.pdf',
  bytes: 4,
  audience: 'all',
} as const;

const said = (text: string) => ({ text, audience: 'all', label: '' });
const forReps = (label: string, text: string) => ({ text, audience: 'reps', label });

/** What the worker was given to keep last. */
function keptBy(ordersOf: ReturnType<typeof aLinkOwner>['ordersOf']) {
  const { of, work } = v.parse(
    v.object({ of: v.unknown(), work: v.unknown() }),
    ordersOf('stored.work').at(-1)?.params,
  );
  return v.parse(KeptWork, { of, ...v.parse(v.looseObject({}), work) });
}

/** A server that lets everybody in. */
const anEntrance = {
  'server.describe': () => ({
    ...{ product: 'RemoteHelp', version: '0.1.0', protocol: PROTOCOL_VERSION },
    organisation: { name: 'Ostervale IT' },
  }),
  'rep.signIn': () => ({
    ...{ step: 'done', token: token('next'), account: aDesk().account },
    organisation: { name: 'Ostervale IT' },
  }),
};

const typed = { server: signedIn.server, password: 'a long password' };

async function anOwner(work: Parameters<typeof aLinkOwner>[1] = {}, sessions = [aHead()]) {
  const owner = aLinkOwner(fakeServer({}, sessions), work);
  await settled();
  owner.server.open();
  await settled();
  return owner;
}

describe('What is being written', () => {
  it('is kept beyond every view, for the account at its server, and forgotten once it is empty', async () => {
    const kept: WorkDraft = { ...emptyDraft(session('kept')), note: 'From before' };
    const { openView, ordersOf } = await anOwner({ work: { drafts: [kept] } });
    const first = openView();
    await settled();
    first.drafts.change({ session: session(), note: 'Be' });
    first.drafts.change({ session: session(), note: 'Be pa', report: { base: 0, fields: { phone: '112' } } });
    await settled();
    first.close();
    const { drafts } = openView();
    await settled();
    const { note, report, customer } = drafts.of(session());
    assert.deepEqual([note, report?.fields.phone, customer], ['Be pa', '112', 'Marta Kowalenko']);
    assert.deepEqual(keptBy(ordersOf)?.of, { server: signedIn.server, userId: signedIn.userId });
    assert.deepEqual(
      keptBy(ordersOf)?.drafts.map((draft) => draft.note),
      ['From before', 'Be pa'],
    );
    drafts.change({ session: session(), note: '', report: null });
    await settled();
    assert.deepEqual(keptBy(ordersOf)?.drafts, [kept]);
  });

  it('is shown in another view, part by part, and no view undoes what was written in another', async () => {
    const { openView } = await anOwner();
    const [one, other] = [openView(), openView()];
    await settled();
    one.drafts.change({ session: session(), chat: 'Half a' });
    await settled();
    assert.equal(other.drafts.of(session()).chat, 'Half a');
    // Both at once, in different fields of one session and in different sessions.
    one.drafts.change({ session: session(), chat: 'Half a sentence' });
    other.drafts.change({ session: session(), note: 'A note' });
    other.drafts.change({ session: session('ruben'), chat: 'For Ruben' });
    await settled();
    for (const { drafts } of [one, other]) {
      const { chat, note } = drafts.of(session());
      assert.deepEqual([chat, note, drafts.of(session('ruben')).chat], ['Half a sentence', 'A note', 'For Ruben']);
    }
  });

  it('is never put back by what the owner says of keys that were pressed before', async () => {
    const { openView } = await anOwner();
    const { drafts } = openView();
    await settled();
    const seen: string[] = [];
    for (const chat of ['H', 'He', 'Hel']) drafts.change({ session: session(), chat });
    const stop = drafts.all.subscribe(() => seen.push(drafts.of(session()).chat));
    await settled();
    stop();
    assert.deepEqual([...new Set(seen)], ['Hel']);
  });

  it('goes to the link owner that is made anew, when the one before died with the last keys', async () => {
    const { openView, ordersOf } = await anOwner();
    const { drafts, desk } = openView();
    await settled();
    drafts.change({ session: session(), chat: 'Hello' });
    const before = ordersOf('stored.work').length;
    assert.ok(desk.arrivals.value > 0);
    await settled();
    assert.ok(ordersOf('stored.work').length > before);
    assert.equal(keptBy(ordersOf)?.drafts[0]?.chat, 'Hello');
  });

  it('is gone from the disk with signing out', async () => {
    const { openView, ordersOf } = await anOwner({ work: { unsent: [failed] } });
    const { drafts, client, desk } = openView();
    await settled();
    drafts.change({ session: session(), chat: 'Secret' });
    await settled();
    await client.call('account.signOut', {});
    await settled();
    assert.deepEqual([keptBy(ordersOf)?.drafts, keptBy(ordersOf)?.unsent], [[], []]);
    assert.deepEqual([drafts.of(session()).chat, desk.unsent.value], ['', []]);
  });

  for (const [how, leave] of [
    ['has run out', (server) => server.refuse('Your sign-in has run out. Sign in again.')],
    ['was taken away by an administrator', (server) => server.tell({ type: 'account.revoked', text: 'Reset.' })],
  ] satisfies [string, (server: ReturnType<typeof fakeServer>) => void][])
    it(`waits, out of sight, when the sign-in ${how}, and is there again when the same account signs in`, async () => {
      const { openView, server, onDisk } = await anOwner({ work: { unsent: [failed] }, entry: anEntrance });
      const { drafts, desk, client } = openView();
      await settled();
      drafts.change({ session: session(), chat: 'Half a sen', note: 'A note' });
      await settled();
      leave(server);
      await settled();
      assert.equal(desk.link.value.at, 'signed-out');
      assert.deepEqual([drafts.all.value, desk.unsent.value], [[], []]);
      assert.deepEqual([onDisk.work?.drafts[0]?.chat, onDisk.work?.unsent], ['Half a sen', [failed]]);
      // Case does not matter in a user ID.
      await client.call('account.signIn', { ...typed, userId: 'INES' });
      server.open();
      await settled();
      const { chat, note } = drafts.of(session());
      assert.deepEqual([chat, note, desk.unsent.value], ['Half a sen', 'A note', [failed]]);
    });

  it('is gone, unseen, when another account signs in after the sign-in has run out', async () => {
    const { openView, server, onDisk } = await anOwner({ work: { unsent: [failed] }, entry: anEntrance });
    const { drafts, desk, client } = openView();
    await settled();
    drafts.change({ session: session(), chat: 'Half a sen' });
    await settled();
    server.refuse('Your sign-in has run out. Sign in again.');
    await client.call('account.signIn', { ...typed, userId: 'bo' });
    server.open();
    await settled();
    assert.deepEqual([drafts.all.value, desk.unsent.value], [[], []]);
    assert.deepEqual(onDisk.work, { of: { server: signedIn.server, userId: 'bo' }, ...noWork });
  });

  it('has an end: what was written longest ago goes, and never what is being written', () => {
    let drafts: WorkDraft[] = [];
    for (let count = 0; count < 130; count += 1)
      drafts = withChange(drafts, { session: session(`s${count}s`), note: 'n' });
    assert.deepEqual([drafts.length, drafts[0]?.session], [100, session('s30s')]);
    for (let count = 0; count < 40; count += 1)
      drafts = withChange(drafts, { session: session(`t${count}t`), note: 'n'.repeat(19_000) });
    assert.ok(JSON.stringify(drafts).length < 420_000);
    assert.equal(drafts.at(-1)?.session, session('t39t'));
  });
});

describe('What was not sent when its session was gone', () => {
  it('is laid aside with the customer’s name, until the rep puts it away', async () => {
    const { openView, server, ordersOf } = await anOwner({ work: { unsent: [failed] } });
    const { drafts, desk, client } = openView();
    await settled();
    drafts.change({ session: session(), chat: 'Half a sen', audience: 'reps', note: 'A note' });
    await client.call('files.onWay', { files: [aFile] });
    await settled();
    server.tell({ type: 'members.out', session: session(), customer: 'Marta', how: 'removed', by: 'Bo' });
    await settled();
    const left = {
      ...{ session: session(), customer: 'Marta Kowalenko' },
      texts: [said('Hi'), forReps('', 'Half a sen'), forReps('Note', 'A note')],
      files: ['manual.pdf'],
    };
    assert.deepEqual(desk.left.value, [left]);
    assert.deepEqual(keptBy(ordersOf)?.left, [left]);
    assert.deepEqual([desk.unsent.value, drafts.of(session())], [[], emptyDraft(session())]);
    await client.call('left.discard', { session: session() });
    await settled();
    assert.deepEqual([desk.left.value, keptBy(ordersOf)?.left], [[], []]);
  });

  it('is laid aside after a restart too, and a note about a session that is over stays a note', async () => {
    const draft = { ...emptyDraft(session()), customer: 'Marta', chat: 'Half a sen', note: 'A note' };
    const { openView } = await anOwner({ work: { unsent: [aMessage], drafts: [draft], files: [aFile] } }, []);
    const { desk, drafts } = openView();
    await settled();
    assert.deepEqual(desk.left.value, [
      { session: session(), customer: 'Marta', texts: [said('Hi'), said('Half a sen')], files: ['manual.pdf'] },
    ]);
    assert.deepEqual([drafts.of(session()).chat, drafts.of(session()).note], ['', 'A note']);
  });

  it('is a handover brief, a whisper and every field of the report too, each said to be for representatives', async () => {
    const { openView, server } = await anOwner();
    const { drafts, desk } = openView();
    await settled();
    const incident = { id: v.parse(IncidentId, 'i'.repeat(22)), name: 'Printer › Paper jam' };
    drafts.change({
      session: session(),
      brief: { wanted: 'A printer', tried: '', state: 'It is on', promised: '' },
      whisper: 'Be gentle',
      report: { base: 0, fields: { phone: '112', incident, outcome: 'follow-up', done: 'Much' } },
    });
    await settled();
    server.tell({ type: 'members.out', session: session(), customer: 'Marta', how: 'removed', by: 'Bo' });
    await settled();
    assert.deepEqual(desk.left.value[0]?.texts, [
      forReps('Brief: Wanted', 'A printer'),
      forReps('Brief: How it stands', 'It is on'),
      forReps('Whisper', 'Be gentle'),
      forReps('Report: Phone', '112'),
      forReps('Report: Incident', 'Printer › Paper jam'),
      forReps('Report: Outcome', 'To be followed up'),
      forReps('Report: What was done', 'Much'),
    ]);
    assert.deepEqual(drafts.of(session()), emptyDraft(session()));
  });

  it('is a brief of the rep’s own session after a restart, and no whisper into another one’s', async () => {
    const brief = { wanted: 'A printer', tried: '', state: '', promised: '' };
    const own = { ...emptyDraft(session()), customer: 'Marta', brief };
    const led = { ...emptyDraft(session('ruben')), whisper: 'Be gentle' };
    const { openView } = await anOwner({ work: { drafts: [own, led] } }, []);
    const { desk, drafts } = openView();
    await settled();
    assert.deepEqual(
      desk.left.value.map(({ customer, texts }) => [customer, texts]),
      [['Marta', [forReps('Brief: Wanted', 'A printer')]]],
    );
    assert.deepEqual(drafts.all.value, [led]);
  });

  it('is not laid aside where the rep has put the ended session away by hand', async () => {
    const { openView } = await anOwner({ work: { unsent: [{ ...aMessage, failure: 'Ended' }] } });
    const { desk, client } = openView();
    await settled();
    await client.call('sessions.putAway', { session: session() });
    await settled();
    assert.deepEqual([desk.left.value, desk.unsent.value], [[], []]);
  });
});

describe('Files on their way', () => {
  it('are to be chosen again when their page is gone, and go on when it comes back to a new link owner', async () => {
    const { openView, ordersOf } = await anOwner({ work: { files: [aFile] } });
    const page = openView();
    const { desk, client } = openView();
    await settled();
    assert.deepEqual(desk.lostFiles.value, [aFile]);
    await page.client.call('files.onWay', { files: [aFile] });
    await settled();
    assert.deepEqual([desk.lostFiles.value, keptBy(ordersOf)?.files], [[], [aFile]]);
    page.close();
    await settled();
    assert.deepEqual([desk.lostFiles.value, keptBy(ordersOf)?.files], [[aFile], [aFile]]);
    await client.call('files.forget', { clientId: aFile.clientId });
    await settled();
    assert.deepEqual([desk.lostFiles.value, keptBy(ordersOf)?.files], [[], []]);
  });

  it('that have arrived are not missed with their page', async () => {
    const { openView } = await anOwner();
    const page = openView();
    const { desk } = openView();
    await settled();
    await page.client.call('files.onWay', { files: [aFile] });
    await page.client.call('files.onWay', { files: [] });
    page.close();
    await settled();
    assert.deepEqual(desk.lostFiles.value, []);
  });
});
