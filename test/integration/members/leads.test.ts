/** Team leads in the sessions of those whom they look after. */
import assert from 'node:assert/strict';
import { randomId } from '../../../server/secrets/random.ts';
import { createRep, repOnline } from '../../support/people.ts';
import type { RepLink } from '../../support/people.ts';
import { refuses } from '../server-sessions/sessions-for-tests.ts';
import { openMembersOffice, someBrief } from './an-office.ts';
import type { MembersOffice } from './an-office.ts';

describe('A team lead in a session of the team', function () {
  this.timeout(60_000);
  let office: MembersOffice;
  let lena: RepLink;
  let mads: RepLink;
  before(async () => {
    office = await openMembersOffice();
    const { panel } = office.administrator;
    const { groups } = await panel.call('groups.create', { name: 'Town hall', parent: null });
    const group = groups[0]?.id ?? assert.fail();
    const put = async ({ account }: { account: typeof office.ana.rep.account }, change: object) => {
      const { id, fullName, displayName, email, role } = account;
      await panel.call('accounts.update', { id, fullName, displayName, email, role, ...change });
    };
    await put(office.ana.rep, { group });
    const [lead, other] = [
      await createRep(office.administrator, { displayName: 'Lena', channels: [] }),
      await createRep(office.administrator, { displayName: 'Mads', channels: [] }),
    ];
    await put(lead, { role: 'team-lead', leads: [group] });
    await put(other, { role: 'team-lead', leads: [] });
    lena = await repOnline(office.server, lead);
    mads = await repOnline(office.server, other);
  });
  after(async () => {
    lena.close();
    mads.close();
    await office.stop();
  });

  it('whispers to the representative alone, joins so that the customer reads it, and takes over without a break [B-17]', async () => {
    const { ana } = office;
    const { customer, session } = await office.aSession('Marta');
    await customer.call('chat.send', { session, clientId: randomId(), text: 'Nothing works.' });
    await lena.call('team.whisper', { session, clientId: randomId(), text: 'WHISPER ask for the model' });
    await ana.link.event(
      'log.appended',
      ({ entry }) => entry.kind === 'chat' && entry.text === 'WHISPER ask for the model',
    );
    await refuses(lena.call('log.after', { session, seq: 0 }), 'not-found');

    const joined = await lena.call('team.join', { session });
    assert.deepEqual(
      joined.session.guests?.map(({ displayName }) => displayName),
      ['Lena'],
    );
    await customer.event('log.appended', ({ entry }) => entry.kind === 'joined' && entry.by.name === 'Lena');
    const log = await lena.call('log.after', { session, seq: 0 });
    assert.ok(log.entries.some((entry) => entry.kind === 'chat' && entry.text === 'Nothing works.'));

    const taken = await lena.call('team.takeOver', { session });
    assert.deepEqual([taken.session.owner.displayName, taken.session.guests], ['Lena', undefined]);
    assert.equal((await ana.link.event('members.out', (event) => event.session === session)).by, 'Lena');
    await customer.call('chat.send', { session, clientId: randomId(), text: 'And now?' });
    await lena.event('log.appended', ({ entry }) => entry.kind === 'chat' && entry.text === 'And now?');
    const kinds = (await office.logOf(customer, session)).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['requested', 'joined', 'joined', 'chat', 'joined', 'handed-over', 'chat']);
    assert.ok(!JSON.stringify(customer.events).includes('WHISPER'), 'the whisper never reached the customer');
    await lena.call('sessions.end', { session });
  });

  it('gives a session of a representative to another one, who is asked; until the yes nothing changes [B-17]', async () => {
    const { ana, bo } = office;
    const { customer, session } = await office.aSession('Ruben');
    const { reps } = await lena.call('members.choices', { session });
    assert.ok(
      reps.some(({ account }) => account === bo.id),
      'a lead sees who could go on',
    );
    await customer.call('chat.send', { session, clientId: randomId(), text: 'It prints nothing.' });
    await customer.call('chat.send', { session, clientId: randomId(), text: 'Between you and me.' });
    const toBrief = await lena.call('team.brief', { session });
    assert.deepEqual(
      [toBrief.session.id, toBrief.entries.map(({ kind }) => kind)],
      [session, ['requested', 'chat']],
      'what the brief begins with, and nothing else of the talk',
    );
    assert.ok(!JSON.stringify(toBrief).includes('Between you and me.'));
    await refuses(mads.call('team.brief', { session }), 'not-found');
    await lena.call('team.transfer', { session, to: { is: 'rep', rep: bo.id }, brief: someBrief });
    const { ask } = await bo.link.event('members.asked', (event) => event.ask.session === session);
    assert.deepEqual([ask.by.name, ask.owner], ['Lena', 'Ana']);
    await ana.link.event('log.appended', ({ entry }) => entry.kind === 'transfer-asked' && entry.to === 'Bo');
    await ana.link.call('chat.send', { session, clientId: randomId(), text: 'One moment.' });
    await bo.link.call('members.answer', { ask: ask.id, accept: true });
    const { entry } = await customer.event('log.appended', (event) => event.entry.kind === 'handed-over');
    assert.deepEqual(entry.kind === 'handed-over' && [entry.by.name, entry.from], ['Bo', 'Ana']);
    const told = await lena.event('members.answered');
    assert.deepEqual([told.to, told.customer, told.how], ['Bo', 'Ruben', 'accepted']);
    await bo.link.call('sessions.end', { session });
  });

  it('and a representative who is asked: of both at once one is the owner, and the log ends with that one', async () => {
    const { bo } = office;
    for (let trial = 0; trial < 8; trial += 1) {
      const { customer, session } = await office.aSession(`Trial ${trial}`);
      await lena.call('team.transfer', { session, to: { is: 'rep', rep: bo.id }, brief: someBrief });
      const { ask } = await bo.link.event('members.asked', (event) => event.ask.session === session);
      const both = [
        bo.link.call('members.answer', { ask: ask.id, accept: true }),
        lena.call('team.takeOver', { session }),
      ];
      const done = (await Promise.allSettled(both)).filter(({ status }) => status === 'fulfilled').length;
      const { state } = await customer.call('page.open', {});
      assert.ok(state.at === 'session');
      const handed = (await office.logOf(customer, session)).filter(({ kind }) => kind === 'handed-over');
      assert.ok(done >= 1);
      assert.equal(handed.length, done, 'whoever was told so went on');
      assert.equal(handed.at(-1)?.by.account, state.session.owner.account);
      customer.close();
    }
  });

  it('does so for those alone whom they look after, and whatever was tried is in the audit trail', async () => {
    const { ana, bo } = office;
    const { session } = await office.aSession('Ilse');
    for (const call of [
      mads.call('team.join', { session }),
      mads.call('team.takeOver', { session }),
      mads.call('team.whisper', { session, clientId: randomId(), text: 'x' }),
      mads.call('team.transfer', { session, to: { is: 'rep', rep: bo.id }, brief: someBrief }),
      mads.call('members.choices', { session }),
    ])
      await refuses(call, 'not-found');
    await refuses(bo.link.call('team.join', { session }), 'not-allowed');
    assert.equal((await ana.link.call('log.after', { session, seq: 0 })).entries.length, 3);
    const refused = { search: '', actor: '', action: 'team.join', target: session, outcome: 'refused' } as const;
    const asked = { ...refused, from: null, until: null, after: null, size: 20 };
    const { entries } = await office.administrator.panel.call('audit.list', asked);
    assert.equal(entries.length, 2, 'the other lead, and the representative');
  });
});
