/** What is asked again and again is held back; what somebody was given does not outlive their being in the session. */
import assert from 'node:assert/strict';
import { randomId } from '../../../server/secrets/random.ts';
import { fetchGiven, sendParts } from '../../support/chat-files.ts';
import { refuses } from '../server-sessions/sessions-for-tests.ts';
import { openMembersOffice } from './an-office.ts';
import type { MembersOffice } from './an-office.ts';

/** As often as in a minute. */
const often = 10;

describe('In a session of several representatives', function () {
  this.timeout(60_000);
  let office: MembersOffice;
  before(async () => {
    office = await openMembersOffice();
  });
  after(() => office.stop());

  it('nobody is invited again and again, nor asks for the mouse so', async () => {
    const { ana, bo, cy } = office;
    const { session } = await office.aSession('Marta');
    await office.invited(session);
    const invite = () => ana.link.call('members.invite', { session, rep: cy.id, hands: 'view' });
    for (let nth = 1; nth < often; nth += 1) {
      await invite();
      const known = new Set(cy.link.events.map((event) => JSON.stringify(event)));
      assert.ok(known.size > 0);
      const { asks } = await cy.link.call('snapshot.get', {});
      await ana.link.call('members.withdraw', { ask: asks[0]?.id ?? assert.fail() });
    }
    await refuses(invite(), 'too-many-tries');
    assert.deepEqual((await cy.link.call('snapshot.get', {})).asks, [], 'nobody was asked');
    for (let nth = 0; nth < often; nth += 1) await bo.link.call('members.askHands', { session });
    await refuses(bo.link.call('members.askHands', { session }), 'too-many-tries');
    await ana.link.call('chat.send', { session, clientId: randomId(), text: 'Talking goes on.' });
  });

  it('pages and the whiteboard are not put before the customer again and again', async () => {
    const { ana } = office;
    const { session } = await office.aSession('Juan');
    const suggest = () =>
      ana.link.call('pages.suggest', { session, clientId: randomId(), address: 'https://example.org/' });
    for (let nth = 0; nth < often; nth += 1) await suggest();
    await refuses(suggest(), 'too-many-tries');
    const ask = () => ana.link.call('whiteboard.ask', { session, clientId: randomId() });
    for (let nth = 0; nth < often; nth += 1) {
      await ask();
      await ana.link.call('whiteboard.close', { session, clientId: randomId() });
    }
    await refuses(ask(), 'too-many-tries');
  });

  it('a ticket for a file is worth nothing to who was sent out since', async () => {
    const { ana, bo, server } = office;
    const { customer, session } = await office.aSession('Ilse');
    await office.invited(session);
    const content = Buffer.from('what she said last time');
    const offered = {
      session,
      clientId: randomId(),
      name: 'notes.txt',
      bytes: content.length,
      audience: 'reps',
    } as const;
    const begun = await ana.link.call('files.begin', offered);
    assert.ok(begun.at === 'open');
    await sendParts(server, begun.ticket, content);
    await ana.link.call('files.finish', { session, file: begun.file });
    const ticketOf = async (who: typeof ana) =>
      (await who.link.call('files.open', { session, file: begun.file })).ticket;
    assert.equal(await (await fetchGiven(server, await ticketOf(bo))).text(), content.toString());
    const spare = await ticketOf(bo);
    await ana.link.call('members.remove', { session, rep: bo.id });
    const refused = await fetchGiven(server, spare);
    assert.equal(refused.status, 404);
    assert.ok(!(await refused.text()).includes('last time'));
    assert.equal((await fetchGiven(server, await ticketOf(ana))).status, 200);
    customer.close();
  });

  it('who is erased from it is gone from the lines too in which it stood', async () => {
    const { ana, bo, administrator } = office;
    const { session } = await office.aSession('Quirin');
    await ana.link.call('members.toLine', { session });
    const { requests } = await bo.link.call('snapshot.get', {});
    const request = requests.find(({ name }) => name === 'Quirin') ?? assert.fail('it stands in line');
    await bo.link.call('requests.claim', { request: request.id });
    await bo.link.call('sessions.end', { session });
    const find = async () => (await administrator.panel.call('customers.find', { text: 'quirin' })).items;
    const found = await find();
    assert.deepEqual(found.map(({ kind }) => kind).toSorted(), ['request', 'request', 'session']);
    await administrator.panel.call('customers.erase', { items: [{ kind: 'session', id: session }] });
    const left = await find();
    assert.deepEqual(
      left.map(({ kind, id }) => [kind, id === request.id]),
      [['request', false]],
      'the request that the customer made is theirs by itself',
    );
  });
});
