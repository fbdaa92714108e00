/** Recordings of command lines: told, taken, played by whoever may see the session, and gone with it. */
import assert from 'node:assert/strict';
import { randomId } from '../../../server/secrets/random.ts';
import type { LogEntry } from '../../../shared/contract/session-log.ts';
import type { SessionHead } from '../../../shared/contract/session.ts';
import { LONGEST_RECORDING_PART } from '../../../shared/contract/shell-recording.ts';
import { adminClient, entryClient } from '../../support/http-client.ts';
import { createRep, finishSetUp, repOnline } from '../../support/people.ts';
import type { Administrator, CustomerLink, HostLink, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aJoinedHost, aLiveSession, grant, refuses } from './sessions-for-tests.ts';

const head = '{"version":2,"width":80,"height":24,"timestamp":1,"title":"Shell 1"}\n';
const shows = (text: string) => `${JSON.stringify([1, 'o', text])}\n`;

describe('Recordings of command lines', () => {
  let server: ServerProcess;
  let administrator: Administrator;
  let rep: RepLink;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    const ana = await createRep(administrator);
    const subject = { kind: 'account', account: ana.account.id } as const;
    await administrator.panel.call('rights.set', { subject, setting: { allow: ['shell'], deny: [] } });
    rep = await repOnline(server, ana);
  });
  after(() => server?.stop());

  const setRecording = (recordsShells: boolean) =>
    administrator.panel.call('shells.setSettings', { settings: { recordsShells } });
  async function aSession(name: string) {
    const { customer, session } = await aLiveSession(server, rep, name);
    const { host } = await aJoinedHost(server, customer, session);
    return { customer, session, host };
  }
  const isAsked = ({ entry }: { entry: LogEntry }) => entry.kind === 'asked' && entry.ask.scope === 'shell';
  const done = async (session: SessionHead['id'], ...links: (CustomerLink | HostLink)[]) => {
    await rep.call('sessions.end', { session });
    for (const link of links) link.close();
  };

  it('are off until an administrator turns them on, which the audit trail tells [S2-58]', async () => {
    assert.deepEqual(await administrator.panel.call('shells.settings', {}), { settings: { recordsShells: false } });
    const { customer, session, host } = await aSession('Olga');
    await grant(rep, host, session, 'shell');
    const { entry } = await customer.event('log.appended', isAsked);
    assert.ok(entry.kind === 'asked');
    assert.deepEqual(Object.keys(entry.ask).toSorted(), ['devices', 'minutes', 'scope']);
    const part = { session, recording: randomId(), part: 0, name: 'Shell 1', text: head, end: null };
    await refuses(host.call('shell.record', part), 'not-allowed', /No command line is recorded here/);
    await done(session, customer, host);
    await setRecording(true);
    assert.deepEqual(await administrator.panel.call('shells.settings', {}), { settings: { recordsShells: true } });
    const { entries } = await administrator.panel.call('audit.list', {
      ...{ search: '', actor: '', action: 'shells.setSettings', target: '', outcome: null },
      ...{ from: null, until: null, after: null, size: 10 },
    });
    assert.match(JSON.stringify(entries), /recordsShells/);
  });

  it('are told with the question, to everybody and in what is granted; a rep cannot leave that out', async () => {
    const { customer, session, host } = await aSession('Marta');
    await grant(rep, host, session, 'shell');
    const told = await Promise.all([
      customer.event('log.appended', isAsked),
      host.event('log.appended', isAsked),
      rep.event('log.appended', ({ entry }) => isAsked({ entry }) && entry.session === session),
    ]);
    for (const { entry } of told) {
      assert.ok(entry.kind === 'asked');
      assert.equal(entry.ask.isRecorded, true);
    }
    const { session: changed } = await customer.event('sessions.changed', ({ session: of }) => of.consents.length > 0);
    assert.deepEqual(
      changed.consents.map(({ scope, isRecorded }) => [scope, isRecorded]),
      [['shell', true]],
    );
    await done(session, customer, host);
  });

  it('come part by part, each once, and are played with the session [S2-58] [S2-59]', async () => {
    const { customer, session, host } = await aSession('Juan');
    await grant(rep, host, session, 'shell');
    const recording = randomId();
    const send = (part: number, text: string, end: 'whole' | 'cut' | null = null) =>
      host.call('shell.record', { session, recording, part, name: 'Printer', text, end });
    const use = { did: 'shell-opened', name: 'Printer', isRecorded: true } as const;
    await host.call('session.report', { session, clientId: randomId(), report: { kind: 'tool-used', use } });
    await send(0, head);
    await send(1, shows('lpstat'));
    await send(1, shows('lpstat'));
    const many = shows('x'.repeat(50_000));
    for (let part = 2; part < 22; part += 1) await send(part, many);
    const [open] = (await administrator.panel.call('sessions.recordings', { id: session })).recordings;
    assert.deepEqual([open?.name, open?.end], ['Printer', 'open']);
    await rep.call('sessions.end', { session });
    await send(22, shows('bye'), 'whole');
    const [facts] = (await administrator.panel.call('sessions.recordings', { id: session })).recordings;
    const whole = [head, shows('lpstat'), ...Array.from({ length: 20 }, () => many), shows('bye')].join('');
    assert.deepEqual([facts?.end, facts?.length], ['whole', whole.length]);
    let text = '';
    let turns = 0;
    for (let from: number | null = 0; from !== null; turns += 1) {
      const read: { text: string; next: number | null } = await administrator.panel.call('sessions.recording', {
        ...{ id: session, recording, from },
      });
      text += read.text;
      from = read.next;
    }
    assert.equal(text, whole);
    assert.ok(turns > 1, 'a long one comes in stretches');
    const { summary } = await customer.event('sessions.ended');
    assert.equal(summary.isRecorded, true);
    for (const link of [customer, host]) link.close();
  });

  it('are for whoever may see the session, and for nobody else', async () => {
    const { customer, session, host } = await aSession('Rosa');
    await grant(rep, host, session, 'shell');
    const recording = randomId();
    await host.call('shell.record', { session, recording, part: 0, name: 'Shell 1', text: head, end: 'whole' });
    const lead = await createRep(administrator, { displayName: 'Lena', role: 'team-lead' });
    const browser = { cookie: undefined };
    const panel = adminClient(server, browser);
    await entryClient(server, browser).call('admin.signIn', { userId: lead.userId, password: lead.password });
    await refuses(panel.call('sessions.recordings', { id: session }), 'not-found');
    await refuses(panel.call('sessions.recording', { id: session, recording, from: 0 }), 'not-found');
    const another = await aSession('Ines');
    await refuses(
      administrator.panel.call('sessions.recording', { id: another.session, recording, from: 0 }),
      'not-found',
    );
    await grant(rep, another.host, another.session, 'shell');
    await refuses(
      another.host.call('shell.record', {
        ...{ session: another.session, recording, part: 1, name: 'Shell 1', text: shows('x'), end: null },
      }),
      'not-found',
    );
    await done(session, customer, host);
    await done(another.session, another.customer, another.host);
  });

  it('have a largest size, which holds against a host that does not keep to it', async () => {
    const { customer, session, host } = await aSession('Lev');
    await grant(rep, host, session, 'shell');
    const recording = randomId();
    const text = 'x'.repeat(LONGEST_RECORDING_PART);
    const send = (part: number) =>
      host.call('shell.record', { session, recording, part, name: 'Shell 1', text, end: null });
    await refuses(
      host.call('shell.record', { session, recording, part: 0, name: 'Shell 1', text: `${text}x`, end: null }),
      'invalid',
    );
    let part = 0;
    await assert.rejects(
      (async () => {
        for (; part < 1000; part += 1) await send(part);
      })(),
      /too large/,
    );
    assert.equal(part, Math.floor(20_064_000 / LONGEST_RECORDING_PART));
    await done(session, customer, host);
  });

  it('are handed out in words with a customer’s data, and erased with them', async () => {
    const { customer, session, host } = await aSession('Wanda Nowak');
    await grant(rep, host, session, 'shell');
    const recording = randomId();
    const text = head + shows('\u001b[32mwanda@home\u001b[0m:~$ ls\r\nletters\r\n');
    await host.call('shell.record', { session, recording, part: 0, name: 'Shell 1', text, end: 'whole' });
    await done(session, customer, host);
    const { items } = await administrator.panel.call('customers.find', { text: 'wanda nowak' });
    const { record } = await administrator.panel.call('customers.read', { kind: 'session', id: session });
    assert.match(JSON.stringify(record), /wanda@home:~\$ ls\\nletters/);
    await administrator.panel.call('customers.erase', { items: items.map(({ kind, id }) => ({ kind, id })) });
    assert.deepEqual(await administrator.panel.call('sessions.recordings', { id: session }), { recordings: [] });
    await refuses(administrator.panel.call('sessions.recording', { id: session, recording, from: 0 }), 'not-found');
  });
});
