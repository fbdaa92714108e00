import assert from 'node:assert/strict';
import type { RequestId } from '../../../shared/contract/identifiers.ts';
import type { Team } from '../../../shared/contract/team.ts';
import type { RepLink } from '../../support/people.ts';
import { refuses } from '../server-sessions/sessions-for-tests.ts';
import { openTown } from './a-town.ts';
import type { Town } from './a-town.ts';

describe('A team lead', function () {
  this.timeout(120_000);
  let town: Town;
  before(async () => {
    town = await openTown();
    await town.setGeneral({ offerSeconds: 300 });
  });
  afterEach(() => town.clear());
  after(() => town.stop());

  const look = async (link: RepLink) => (await link.call('team.look', {})).team;
  const lineOf = ({ channels }: Team, name: string) =>
    channels.find((channel) => channel.name === name)?.line.map((one) => one.name);
  const repOf = ({ reps }: Team, name: string) => reps.find((rep) => rep.name === `${name} Example`);
  const ended = (link: RepLink, request: RequestId) =>
    link.event('team.assignmentEnded', ({ assignment }) => assignment.request === request);
  const takes = async (one: Town['ana'], request: RequestId) => one.link.call('requests.claim', { request });
  const end = async (one: Town['ana'], { session }: { session: { id: string } }) =>
    one.link.call('sessions.end', { session: session.id });

  it('sees who waits and who is there of the own groups and those below, as it changes, and nothing of others', async () => {
    const { request } = await town.ask('Marta');
    await town.ask('Pilar', town.boats.id);
    const team = await look(town.lena.link);
    assert.deepEqual(
      team.channels.map(({ name }) => name),
      ['General'],
    );
    assert.deepEqual(lineOf(team, 'General'), ['Marta']);
    assert.deepEqual(team.reps.map(({ name }) => name).toSorted(), ['Ana Example', 'Bo Example']);
    assert.deepEqual(repOf(team, 'Ana')?.channels, [{ id: town.general.id, capacity: 2 }]);
    assert.equal(typeof repOf(team, 'Ana')?.since, 'number');

    const taken = await takes(town.ana, request);
    const { team: later } = await town.lena.link.event(
      'team.changed',
      (event) => repOf(event.team, 'Ana')?.sessions[0]?.customer === 'Marta',
    );
    assert.deepEqual(lineOf(later, 'General'), []);
    assert.deepEqual([repOf(later, 'Ana')?.presence, repOf(later, 'Ana')?.helping], ['busy', 1]);
    await end(town.ana, taken);
    await town.lena.link.event(
      'team.changed',
      (event) => event.team.at > later.at && repOf(event.team, 'Ana')?.presence === 'online',
    );
  });

  it('of another group sees and moves nobody there, and an administrator sees all', async () => {
    const { request } = await town.ask('Ruben');
    const otto = await look(town.otto.link);
    assert.deepEqual(
      [otto.channels.map(({ name }) => name), otto.reps.map(({ name }) => name)],
      [['Boats'], ['Cy Example']],
    );
    await refuses(town.otto.link.call('team.take', { request }), 'not-found');
    await refuses(town.otto.link.call('team.prioritise', { request, priority: 'urgent' }), 'not-found');
    await refuses(town.otto.link.call('team.assign', { request, to: town.ana.id }), 'not-found');
    // Nor can the own people be made to answer elsewhere, nor others' people in the own channel.
    await refuses(town.lena.link.call('team.assign', { request, to: town.cy.id }), 'not-found');
    await town.server.printed(
      new RegExp(`audit actor="${town.otto.id}" action="team\\.take" target="${request}".*"refused"`),
    );
    const all = await look(town.administratorLink());
    assert.deepEqual(all.channels.map(({ name }) => name).toSorted(), ['Boats', 'General']);
    assert.ok(repOf(all, 'Cy'));
    assert.equal(await town.waiting('Ruben'), request, 'nobody was moved');
  });

  it('puts a waiting customer before the rep of their choice, who reads by whom, accepts, and the lead hears of it', async () => {
    const { request } = await town.ask('Ilse');
    const isFor = (event: { offer: { request: RequestId } }) => event.offer.request === request;
    const [first, second] = [town.ana, town.bo];
    const other = await Promise.race(
      [first, second].map((one) => one.link.event('offers.made', isFor, 30_000).then(() => one)),
    );
    const to = other === first ? second : first;
    const { assignment } = await town.lena.link.call('team.assign', { request, to: to.id });
    const { offer } = await to.link.event('offers.made', (event) => event.offer.request === request);
    assert.equal(offer.assignedBy, 'Lena');
    assert.equal(offer.dueAt - offer.madeAt, 300_000);
    assert.deepEqual([assignment.customer, assignment.byName, assignment.end], ['Ilse', 'Lena', null]);
    await other.link.event('offers.closed', ({ how }) => how === 'withdrawn');
    await takes(to, request);
    const told = await ended(town.lena.link, request);
    assert.equal(told.assignment.end?.how, 'accepted');
    assert.equal((await look(town.lena.link)).assignments[0]?.end?.how, 'accepted', 'it is kept in sight');
    await town.server.printed(
      new RegExp(`audit actor="${town.lena.id}" action="team\\.assign" target="${request}".*"done"`),
    );
  });

  it('gets a customer back into the old place who was passed on, and hears of it', async () => {
    const first = await town.ask('First');
    await town.ask('Second');
    await town.lena.link.call('team.assign', { request: first.request, to: town.ana.id });
    const { offer } = await town.ana.link.event(
      'offers.made',
      (event) => event.offer.assignedBy !== undefined && event.offer.request === first.request,
    );
    await town.ana.link.call('offers.pass', { offer: offer.id });
    assert.equal((await ended(town.lena.link, first.request)).assignment.end?.how, 'passed');
    assert.deepEqual(lineOf(await look(town.lena.link), 'General'), ['First', 'Second']);
  });

  it('gets a customer back when the rep signs out or does not answer in time', async () => {
    await town.setGeneral({ offerSeconds: 5 });
    const gone = await town.ask('Gone');
    await town.lena.link.call('team.assign', { request: gone.request, to: town.ana.id });
    town.ana.link.close();
    assert.equal((await ended(town.lena.link, gone.request)).assignment.end?.how, 'withdrawn');
    await refuses(
      town.lena.link.call('team.assign', { request: gone.request, to: town.ana.id }),
      'nobody-there',
      'Ana is not signed in now. Choose somebody else.',
    );
    await town.comeBack(town.ana);
    const late = await town.ask('Late');
    await town.lena.link.call('team.assign', { request: late.request, to: town.ana.id });
    const missed = await town.lena.link.event(
      'team.assignmentEnded',
      ({ assignment }) => assignment.request === late.request,
      20_000,
    );
    assert.equal(missed.assignment.end?.how, 'missed');
    assert.deepEqual(lineOf(await look(town.lena.link), 'General'), ['Gone', 'Late']);
    await town.setGeneral({ offerSeconds: 300 });
    await town.ana.link.call('presence.set', { presence: 'online' });
  });

  it('is told why somebody cannot be given a customer: away, full, or asked by a lead already', async () => {
    await town.setGeneral({ offerSeconds: 300, availableQueue: 1 });
    const [one, two] = [await town.ask('One'), await town.ask('Two')];
    const assign = (request: RequestId, to: string) => town.lena.link.call('team.assign', { request, to });
    await town.bo.link.call('presence.set', { presence: 'away' });
    await refuses(assign(one.request, town.bo.id), 'nobody-there', 'Bo is Away. Choose somebody else.');
    await town.bo.link.call('presence.set', { presence: 'online' });
    await assign(one.request, town.bo.id);
    await refuses(assign(two.request, town.bo.id), 'at-capacity', /has not answered an earlier assignment yet/);
    await takes(town.bo, one.request);
    await refuses(assign(two.request, town.bo.id), 'at-capacity', /has as many sessions as they may have/);
    await refuses(assign(one.request, town.ana.id), 'already-taken', 'Taken by Bo.');
    await two.link.call('requests.leave', {});
    await refuses(assign(two.request, town.ana.id), 'not-found', 'They have left.');
  });

  it('takes a waiting customer without answering in the channel, and says how much another one presses', async () => {
    const first = await town.ask('Agnes');
    const second = await town.ask('Dilan');
    await town.lena.link.call('team.prioritise', { request: second.request, priority: 'urgent' });
    assert.deepEqual(lineOf(await look(town.lena.link), 'General'), ['Dilan', 'Agnes']);
    await refuses(town.lena.link.call('requests.claim', { request: first.request }), 'not-found');
    const taken = await town.lena.link.call('team.take', { request: first.request });
    assert.equal(taken.session.customer.name, 'Agnes');
    await town.ana.link.event('requests.claimed', ({ by, request }) => by === 'Lena' && request === first.request);
    await first.link.event('requests.claimed');
    await town.server.printed(
      new RegExp(`audit actor="${town.lena.id}" action="team\\.prioritise" target="${second.request}".*"done"`),
    );
  });

  it('loses or wins against a rep who takes the same customer in the same moment, and only one of them does', async () => {
    for (let round = 0; round < 12; round += 1) {
      const { request } = await town.ask(`Round ${round}`);
      const outcomes = await Promise.allSettled([
        town.lena.link.call('team.assign', { request, to: town.ana.id }),
        takes(town.bo, request),
      ]);
      const claims = await Promise.allSettled([takes(town.ana, request)]);
      const winners = [outcomes[1], claims[0]].filter((outcome) => outcome.status === 'fulfilled');
      assert.equal(winners.length, 1);
      assert.equal(outcomes[1].status, 'fulfilled', 'nobody was before Bo');
      if (outcomes[0].status === 'fulfilled')
        assert.equal((await ended(town.lena.link, request)).assignment.end?.how, 'taken');
      const team = await look(town.lena.link);
      assert.deepEqual(
        team.assignments.filter((one) => one.end === null),
        [],
        'nothing stands of it',
      );
      await end(town.bo, outcomes[1].value);
    }
  });
});
