import assert from 'node:assert/strict';
import { randomId } from '../../../server/secrets/random.ts';
import type { Incident } from '../../../shared/contract/incident.ts';
import { currentFields } from '../../../shared/contract/report.ts';
import type { ReportForm, SessionReport } from '../../../shared/contract/report.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import type { Administrator, Rep, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aForm, aJoinedHost, aLiveSession, grant, refuses } from '../server-sessions/sessions-for-tests.ts';

/** What stands in the report, as it is sent back with changes. */
function form(report: SessionReport, change: Partial<ReportForm> = {}): ReportForm {
  const fields = currentFields(report);
  return { ...fields, incident: fields.incident?.id ?? null, ...change };
}

describe('The report of a session', () => {
  let server: ServerProcess;
  let administrator: Administrator;
  let rep: Rep;
  let ana: RepLink;
  let ines: RepLink;
  let printer: Incident;
  let password: Incident;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    rep = await createRep(administrator, { displayName: 'Ana Petrescu' });
    ana = await repOnline(server, rep);
    ines = await repOnline(server, await createRep(administrator, { displayName: 'Ines' }));
    const add = async (name: string) => {
      const { incidents } = await administrator.panel.call('incidents.add', { name, parent: null, channels: [] });
      return incidents.find((incident) => incident.name === name) ?? assert.fail(name);
    };
    [printer, password] = [await add('Printer'), await add('Password')];
  });
  after(async () => {
    ana.close();
    ines.close();
    await server.stop();
  });

  /** Somebody asked, was helped for a while, and ended it. */
  async function anEnded(name: string) {
    const { customer, session } = await aLiveSession(server, ana, name);
    await customer.call('sessions.end', { session, feelsWrong: false });
    await ana.event('log.appended', ({ entry }) => entry.session === session && entry.kind === 'ended');
    customer.close();
    return session;
  }
  const due = async () => (await ana.call('reports.due', {})).due.map(({ customer }) => customer);

  it('writes itself from the log, while the session runs and at its end [B-15]', async () => {
    const customer = await openCustomerLink(server);
    await customer.call('requests.ask', { ...(await aForm(customer, 'Marta')), phone: '+34 600 123' });
    const { request } = await ana.event('requests.waiting', (event) => event.request.name === 'Marta');
    const session = (await ana.call('requests.claim', { request: request.id })).session.id;
    await ana.call('chat.send', { session, clientId: randomId(), text: 'Hello' });
    const { host } = await aJoinedHost(server, customer, session);
    await grant(ana, host, session, 'view');
    const report = { kind: 'screen-shown', route: 'direct' } as const;
    await host.call('session.report', { session, clientId: randomId(), report });
    const during = await ana.call('reports.get', { session });
    assert.deepEqual([during.report.draft.phone, during.report.draft.reason], ['+34 600 123', 'Printer']);
    assert.equal(during.report.facts.endedAt, null);
    assert.equal(during.report.facts.phases.find(({ phase }) => phase === 'seeing')?.to, null);

    await customer.call('sessions.end', { session, feelsWrong: false });
    const { draft, facts } = (await ana.call('reports.get', { session })).report;
    // Guessed: the customer chose none, and says “Printer”.
    assert.deepEqual([draft.incident?.name, facts.guess?.words], ['Printer', ['printer']]);
    assert.match(draft.done, /Chat: 1 message\.\nSaw the screen for \d+ s\./);
    assert.deepEqual([facts.reps, facts.channel, facts.messages], [['Ana Petrescu'], 'General', 1]);
    assert.ok(facts.askedAt !== null && facts.askedAt <= facts.startedAt, 'when they got in line');
    assert.ok(facts.acts.some(({ kind }) => kind === 'granted'));
    host.close();
    customer.close();
  });

  it('is corrected, and each save is a version of its own with author and time [S0-117] [S0-118]', async () => {
    const session = await anEnded('Rosa');
    const { report } = await ana.call('reports.get', { session });
    const first = await ana.call('reports.save', {
      ...{ session, base: 0 },
      fields: form(report, { phone: '112 ext. 4', incident: password.id, outcome: 'solved', done: 'New password' }),
    });
    assert.deepEqual(
      first.report.versions.map(({ version, by, from }) => [version, by.name, from]),
      [[1, 'Ana Petrescu', 'session']],
    );

    const desk = await administrator.panel.call('sessions.report', { id: session });
    await administrator.panel.call('sessions.saveReport', {
      ...{ id: session, base: 1 },
      fields: form(desk.report, { done: 'New password, in writing' }),
    });
    await ana.event('reports.changed', (event) => event.session === session);
    const { versions } = (await ana.call('reports.get', { session })).report;
    assert.deepEqual(
      versions.map(({ version, by, from, fields }) => [version, by.name, from, fields.done, fields.phone]),
      [
        [1, 'Ana Petrescu', 'session', 'New password', '112 ext. 4'],
        [2, 'Maria Okafor', 'web-panel', 'New password, in writing', '112 ext. 4'],
      ],
    );
    assert.ok(versions.every(({ at }, place) => at >= (versions[place - 1]?.at ?? 0)));
  });

  it('is saved by one of two who write at once, and the other reads who was faster', async () => {
    const session = await anEnded('Otto');
    const { report } = await ana.call('reports.get', { session });
    const save = (done: string) => ana.call('reports.save', { session, base: 0, fields: form(report, { done }) });
    const saved = await Promise.allSettled([save('One'), save('Two')]);
    assert.deepEqual(saved.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
    const [, other] = saved.toSorted((one, two) => one.status.localeCompare(two.status));
    assert.ok(other?.status === 'rejected' && 'code' in other.reason);
    assert.equal(other.reason.code, 'already-taken');
    assert.match(String(other.reason), /Ana Petrescu has saved this report meanwhile/);
    assert.equal((await ana.call('reports.get', { session })).report.versions.length, 1);
  });

  it('says what the request was for by the catalogue, which lists then go by [S0-119]', async () => {
    const session = await anEnded('Pia');
    const { report } = await ana.call('reports.get', { session });
    await ana.call('reports.save', { session, base: 0, fields: form(report, { incident: password.id }) });
    const filter = {
      ...{ from: null, to: null, channel: null, group: null, rep: null, state: null, text: 'pia' },
      incident: password.id,
    };
    const { sessions } = await administrator.panel.call('sessions.list', { filter, newestFirst: true, after: null });
    assert.deepEqual(
      sessions.map(({ id, incident }) => [id, incident]),
      [[session, 'Password']],
    );
    const unknown = form(report, { incident: randomId() as never });
    await refuses(ana.call('reports.save', { session, base: 1, fields: unknown }), 'not-found', /not offered/);

    // One that stands there stays, though it is offered no more.
    await administrator.panel.call('incidents.setRetired', { id: password.id, retired: true });
    const { report: now, incidents } = await ana.call('reports.get', { session });
    assert.deepEqual(
      incidents.map(({ name }) => name),
      [printer.name],
    );
    const again = await ana.call('reports.save', { session, base: 1, fields: form(now, { done: 'More' }) });
    assert.equal(again.report.versions.at(-1)?.fields.incident?.name, 'Password');
    await administrator.panel.call('incidents.setRetired', { id: password.id, retired: false });
  });

  it('tells no customer what was documented, not even while the session lasts', async () => {
    const { customer, session } = await aLiveSession(server, ana, 'Vera');
    const { report } = await ana.call('reports.get', { session });
    const fields = form(report, { incident: password.id, done: 'Hopeless' });
    await ana.call('reports.save', { session, base: 0, fields });
    const { entry } = await customer.call('chat.send', { session, clientId: randomId(), text: 'Thank you' });
    await ana.call('chat.read', { session, seq: entry.seq });
    const told = await customer.event('sessions.changed', ({ session: head }) => head.read.reps === entry.seq);
    assert.equal(told.session.incident, null, 'they chose none');
    await ana.call('sessions.end', { session });
    await customer.event('sessions.ended');
    assert.doesNotMatch(JSON.stringify(customer.events), /Hopeless|reports/);
    customer.close();
  });

  it('is to be written by the rep, whoever ended the session, until it is saved or left out', async () => {
    const before = await due();
    const [lin, eva] = [await anEnded('Lin'), await anEnded('Eva')];
    assert.deepEqual(await due(), ['Eva', 'Lin', ...before]);
    assert.deepEqual((await ines.call('reports.due', {})).due, []);
    const { report } = await ana.call('reports.get', { session: lin });
    await ana.call('reports.save', { session: lin, base: 0, fields: form(report) });
    await ana.call('reports.leaveOut', { session: eva });
    assert.deepEqual(await due(), before);
  });

  it('is nobody’s who was not in the session; a code that nobody used leaves none to write', async () => {
    const session = await anEnded('Ruben');
    const { report } = await ana.call('reports.get', { session });
    await refuses(ines.call('reports.get', { session }), 'not-found');
    await refuses(ines.call('reports.save', { session, base: 0, fields: form(report) }), 'not-found');
    await refuses(ines.call('reports.leaveOut', { session }), 'not-found');
    await refuses(ines.call('customers.past', { session }), 'not-found');
    const before = await due();
    const started = await ana.call('sessions.start', { customer: 'Nobody' });
    await ana.call('sessions.end', { session: started.session.id });
    assert.deepEqual(await due(), before);
  });

  it('is written into the audit trail as an act, without anything that stands in it', async () => {
    const session = await anEnded('Quirina');
    const { report } = await administrator.panel.call('sessions.report', { id: session });
    const fields = form(report, { done: 'Quirina owes us money' });
    await administrator.panel.call('sessions.saveReport', { id: session, base: 0, fields });
    const { entries } = await administrator.panel.call('audit.list', {
      ...{ search: '', actor: '', action: '', target: session, outcome: null, from: null, until: null, after: null },
      size: 100,
    });
    assert.deepEqual(entries.map(({ action }) => action).toSorted(), ['sessions.report', 'sessions.saveReport']);
    assert.doesNotMatch(JSON.stringify(entries), /Quirina|money/);
  });

  it('goes with the customer’s data', async () => {
    const session = await anEnded('Ludmila');
    const { report } = await ana.call('reports.get', { session });
    await ana.call('reports.save', { session, base: 0, fields: form(report, { done: 'Ludmila was angry' }) });
    const read = async () =>
      JSON.stringify((await administrator.panel.call('customers.read', { kind: 'session', id: session })).record);
    assert.match(await read(), /Ludmila was angry/);
    await administrator.panel.call('customers.erase', { items: [{ kind: 'session', id: session }] });
    assert.doesNotMatch(await read(), /Ludmila/);
    const fields = form(report, { done: 'Ludmila again' });
    await refuses(ana.call('reports.save', { session, base: 0, fields }), 'not-found', /erased/);
  });
});
