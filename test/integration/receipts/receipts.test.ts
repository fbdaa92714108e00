/** The receipt of a session: what it holds, whom it opens for, and that every change by hand in the store shows. */
import assert from 'node:assert/strict';
import { fingerprintOf } from '../../../shared/contract/receipt.ts';
import type { ReceiptItem, ReceiptToken } from '../../../shared/contract/receipt.ts';
import type { SessionId } from '../../../shared/contract/identifiers.ts';
import type { CustomerContract } from '../../../shared/contract/customer-contract.ts';
import type { ResultOf } from '../../../shared/contract/contract.ts';
import { newTicket, randomId } from '../../../server/secrets/random.ts';
import { judgeReceipt } from '../../../server/web/customer/receipt/judge-receipt.ts';
import { sha256Hex } from '../../../server/web/customer/proof/sha-256-hex.ts';
import { customerClient, panelClient, repClient } from '../server-sessions/clients-in-process.ts';
import { aBrowser, featuresInProcess } from '../server-sessions/features-in-process.ts';
import type { FeaturesInProcess } from '../server-sessions/features-in-process.ts';
import { refuses } from '../server-sessions/sessions-for-tests.ts';

type Opened = ResultOf<CustomerContract, 'receipts.open'>;

describe('A receipt', () => {
  let now = Date.UTC(2026, 5, 4, 9);
  let inProcess: FeaturesInProcess;
  const browser = aBrowser();
  let session: SessionId;
  let token: ReceiptToken;

  const customer = (who = browser, address?: string) => customerClient(inProcess.features, who, address);
  const rep = () => repClient(inProcess.features, inProcess.reps[0] ?? assert.fail());
  const panel = () => panelClient(inProcess.features, inProcess.reps[0] ?? assert.fail());
  const log = () => inProcess.connection.collection('log_entries');
  const receipts = () => inProcess.connection.collection<{ _id: string; head: string }>('receipts');

  /** A session with these messages of the customer, and one that only reps see; the customer ends it. */
  async function aSession(messages: readonly string[], who = browser): Promise<SessionId> {
    inProcess.browsers.add(who);
    const form = { channel: inProcess.channel.id, name: 'Marta', email: '', phone: '', reason: 'Printer', message: '' };
    await customer(who).call('requests.ask', form);
    const [request] = (await rep().call('snapshot.get', {})).requests;
    const { session: head } = await rep().call('requests.claim', { request: request?.id ?? assert.fail() });
    for (const text of messages) {
      now += 1000;
      await customer(who).call('chat.send', { session: head.id, clientId: randomId(), text });
    }
    const last = await log().findOne({ session: head.id }, { sort: { seq: -1 } });
    await log().insertOne({
      ...{ session: head.id, seq: Number(last?.['seq']) + 1, at: now, by: { kind: 'rep', name: 'Ana' } },
      ...{ audience: 'reps', kind: 'chat', body: { text: 'She is difficult' } },
    });
    now += 1000;
    await customer(who).call('sessions.end', { session: head.id, feelsWrong: false });
    return head.id;
  }

  async function whole(secret: ReceiptToken, address = '192.0.2.7'): Promise<Opened> {
    const elsewhere = customer(aBrowser(), address);
    const first = await elsewhere.call('receipts.open', { token: secret });
    const items = [...first.items];
    for (let { more } = first; more;) {
      const next = await elsewhere.call('receipts.after', { token: secret, seq: items.at(-1)?.seq ?? 0 });
      items.push(...next.items);
      more = next.more;
    }
    return { ...first, items };
  }
  const judge = ({ items, seal }: Opened, fingerprint = fingerprintOf(seal.hash)) =>
    judgeReceipt(items, seal, fingerprint, sha256Hex);
  const texts = (items: readonly ReceiptItem[]) => items.map(({ text }) => text ?? '').join('\n');

  before(async () => {
    inProcess = await featuresInProcess({ repNames: ['Ana'], clock: { now: () => now } });
    session = await aSession(['Nothing prints', 'Thank you']);
    ({ token } = await customer().call('receipts.own', { session }));
  });
  after(() => inProcess?.stop());

  it('opens by its link on any device, says everything the customer could see, and nothing that only reps could [B-05]', async () => {
    const opened = await whole(token);
    assert.equal(opened.seal.state, 'intact');
    assert.equal(judge(opened).verdict, 'unchanged');
    const all = texts(opened.items);
    for (const said of ['Fern Street Library', 'Nothing prints', 'Thank you', '"kind":"ended"', '"name":"Ana"']) {
      assert.ok(all.includes(said), said);
    }
    assert.doesNotMatch(all, /difficult|clientId|"account"|audience/);
    assert.equal(opened.seal.entries, opened.items.length - 1);
  });

  it('is the same one however often somebody asks, or ends the session again', async () => {
    const before = await whole(token);
    await customer().call('sessions.end', { session, feelsWrong: true });
    await customer().call('receipts.own', { session });
    assert.deepEqual(await whole(token), before);
  });

  it('gives its link to nobody but the browser of the session', async () => {
    const stranger = customer(aBrowser());
    await refuses(stranger.call('receipts.own', { session }), 'not-found');
    await refuses(stranger.call('receipts.mail', { session }), 'not-found');
    await refuses(customer().call('receipts.mail', { session }), 'not-allowed', /no e-mail/);
    const stored = JSON.stringify(await receipts().findOne({ _id: session }));
    assert.ok(!stored.includes(token), 'the secret itself is not stored');
  });

  it('alone opens anything of a session once its summary was closed: the browser is anybody’s by then', async () => {
    const other = aBrowser();
    const closed = await aSession(['It is broken'], other);
    const page = customer(other);
    const own = await page.call('receipts.own', { session: closed });
    assert.equal((await page.call('log.after', { session: closed, seq: 0 })).entries.at(-1)?.kind, 'ended');
    await page.call('sessions.dismiss', { session: closed });
    await page.call('sessions.dismiss', { session: closed });
    for (const call of [
      page.call('log.after', { session: closed, seq: 0 }),
      page.call('whiteboard.read', { session: closed }),
      page.call('receipts.own', { session: closed }),
      page.call('receipts.mail', { session: closed }),
      page.call('surveys.own', { session: closed }),
    ])
      await refuses(call, 'not-found');
    assert.match(texts((await whole(own.token)).items), /It is broken/);
    await refuses(customer(aBrowser()).call('sessions.dismiss', { session: closed }), 'not-found');
  });

  it('is fetched page by page when much was written, and checks as a whole', async () => {
    const chatty = aBrowser();
    const lines = Array.from({ length: 450 }, (_none, place) => `Line ${place}`);
    const other = await aSession(lines, chatty);
    const own = await customer(chatty).call('receipts.own', { session: other });
    const first = await customer(aBrowser()).call('receipts.open', { token: own.token });
    assert.deepEqual([first.items.length, first.more], [200, true]);
    const opened = await whole(own.token);
    assert.equal(judge(opened).verdict, 'unchanged');
    assert.ok(texts(opened.items).includes('Line 449'));
  });

  it('is refused with a plain sentence for a wrong link, and after many of them for any', async () => {
    const tryOnce = () => customer(aBrowser(), '198.51.100.9').call('receipts.open', { token: newTicket() });
    for (let tries = 0; tries < 20; tries += 1) await refuses(tryOnce(), 'not-found', /no receipt behind this link/);
    await refuses(tryOnce(), 'too-many-tries');
    await refuses(whole(token, '198.51.100.9'), 'too-many-tries');
    assert.equal((await whole(token, '198.51.100.10')).seal.state, 'intact', 'others are not held up');
    now += 31_000;
    assert.equal((await whole(token, '198.51.100.9')).seal.state, 'intact');
  });

  it('does not exist for a session into which nobody came', async () => {
    const { session: head } = await rep().call('sessions.start', { customer: '' });
    await rep().call('sessions.end', { session: head.id });
    assert.equal(await receipts().countDocuments({ _id: head.id }), 0);
  });

  describe('when somebody changes the store by hand', () => {
    /** Makes a change, looks, and puts everything back. */
    async function changed(change: () => Promise<unknown>): Promise<Opened> {
      const [entries, seal] = [await log().find({ session }).toArray(), await receipts().findOne({ _id: session })];
      await change();
      const opened = await whole(token);
      await log().deleteMany({ session });
      await log().insertMany(entries);
      await receipts().deleteOne({ _id: session });
      await receipts().insertOne(seal ?? assert.fail());
      return opened;
    }
    const seqOf = async (filter: object) => Number((await log().findOne({ session, ...filter }))?.['seq']);

    it('points at the entry whose words were changed [B-05]', async () => {
      const seq = await seqOf({ 'body.text': 'Thank you' });
      const opened = await changed(() => log().updateOne({ session, seq }, { $set: { 'body.text': 'Sue me' } }));
      assert.deepEqual(judge(opened).faults, [{ seq, is: 'changed' }]);
      assert.equal(opened.seal.state, 'intact', 'the seal itself was not touched');
    });

    it('points at an entry whose hour, author or kind was changed', async () => {
      const seq = await seqOf({ kind: 'ended' });
      for (const change of [{ at: 5 }, { 'by.name': 'Somebody' }, { kind: 'expired' }, { at: 'never' }]) {
        const opened = await changed(() => log().updateOne({ session, seq }, { $set: change }));
        assert.deepEqual(judge(opened).faults, [{ seq, is: 'changed' }], JSON.stringify(change));
      }
    });

    it('points at one that was taken out, hidden, or put in', async () => {
      const seq = await seqOf({ 'body.text': 'Nothing prints' });
      const gone = await changed(() => log().deleteOne({ session, seq }));
      assert.deepEqual(judge(gone).faults, [{ seq, is: 'missing' }]);
      const hidden = await changed(() => log().updateOne({ session, seq }, { $set: { audience: 'reps' } }));
      assert.deepEqual(judge(hidden).faults, [{ seq, is: 'missing' }]);
      const by = { kind: 'customer', name: 'Marta' };
      const added = await changed(() =>
        log().insertOne({ session, seq: 99, at: 5, by, audience: 'all', kind: 'chat', body: { text: 'I agree' } }),
      );
      assert.deepEqual(judge(added).faults, [{ seq: 99, is: 'added' }]);
    });

    it('says that the seal does not hold when hashes were worked out anew to fit', async () => {
      const fingerprint = fingerprintOf((await whole(token)).seal.hash);
      const seq = await seqOf({ 'body.text': 'Thank you' });
      const opened = await changed(async () => {
        await log().updateOne({ session, seq }, { $set: { 'body.text': 'Sue me' } });
        let before = '';
        const chain = (await whole(token)).items.map((item) => {
          before = sha256Hex(`${before}\n${item.text}`);
          return { seq: item.seq, hash: before };
        });
        await receipts().updateOne({ _id: session }, { $set: { chain } });
      });
      const judged = judge(opened, fingerprint);
      assert.deepEqual([judged.faults, judged.isSealBroken, judged.isOtherLink], [[], true, true]);
    });

    it('says so too when what stands at its top was changed', async () => {
      const opened = await changed(async () => {
        const { head = '' } = (await receipts().findOne({ _id: session })) ?? {};
        await receipts().updateOne({ _id: session }, { $set: { head: head.replace('Fern', 'Other') } });
      });
      assert.deepEqual(judge(opened).faults, [{ seq: 0, is: 'changed' }]);
    });

    it('is unchanged again once everything is put back', async () => {
      assert.equal(judge(await whole(token)).verdict, 'unchanged');
    });
  });

  describe('of a customer who is erased', () => {
    it('is handed out before without its secret, goes with the session, and its link says so', async () => {
      const { record } = await panel().call('customers.read', { kind: 'session', id: session });
      assert.match(JSON.stringify(record), /fingerprint/);
      assert.ok(!JSON.stringify(record).includes(token));
      await panel().call('customers.erase', { items: [{ kind: 'session', id: session }] });
      await refuses(whole(token), 'not-found', /The organisation deletes sessions/);
      assert.equal(await receipts().countDocuments({ _id: session }), 0);
    });
  });
});
