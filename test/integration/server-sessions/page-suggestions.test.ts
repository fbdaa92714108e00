import assert from 'node:assert/strict';
import { randomId } from '../../../server/secrets/random.ts';
import { createRep, finishSetUp, openCustomerLink, repOnline } from '../../support/people.ts';
import type { Administrator, RepLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { aLiveSession, allowSessions, refuses } from './sessions-for-tests.ts';

describe('A page that a rep suggests', () => {
  let server: ServerProcess;
  let administrator: Administrator;
  let ana: RepLink;
  let ines: RepLink;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
    await allowSessions(administrator, 20);
    ana = await repOnline(server, await createRep(administrator, { displayName: 'Ana Petrescu' }));
    ines = await repOnline(server, await createRep(administrator, { displayName: 'Ines' }));
  });
  after(async () => {
    ana.close();
    ines.close();
    await server.stop();
  });

  const suggest = (session: Parameters<typeof ana.call<'pages.suggest'>>[1]['session'], address: string) =>
    ana.call('pages.suggest', { session, clientId: randomId(), address });

  it('is told to the customer whole, and has one answer, which the log keeps [S0-85]', async () => {
    const { customer, session } = await aLiveSession(server, ana);
    const address = 'https://print.example/drivers?model=7#linux';
    const { entry } = await suggest(session, address);
    const told = await customer.event('log.appended', (event) => event.entry.kind === 'page-suggested');
    assert.ok(told.entry.kind === 'page-suggested');
    assert.deepEqual([told.entry.address, told.entry.by.name], [address, 'Ana Petrescu']);
    const answer = { session, clientId: randomId(), page: entry.seq, answer: 'opened' } as const;
    assert.equal((await customer.call('pages.answer', answer)).entry.kind, 'page-opened');
    await ana.event('log.appended', (event) => event.entry.kind === 'page-opened');
    await refuses(customer.call('pages.answer', { ...answer, clientId: randomId(), answer: 'declined' }), 'not-found');
    const { entries } = await ana.call('log.after', { session, seq: entry.seq - 1 });
    assert.deepEqual(
      entries.map(({ kind }) => kind),
      ['page-suggested', 'page-opened'],
    );
    customer.close();
  });

  it('gives way to a newer one, which can be declined', async () => {
    const { customer, session } = await aLiveSession(server, ana, 'Rosa');
    const older = await suggest(session, 'https://one.example/');
    const newer = await suggest(session, 'https://two.example/');
    const answer = { session, answer: 'declined' } as const;
    await refuses(
      customer.call('pages.answer', { ...answer, clientId: randomId(), page: older.entry.seq }),
      'not-found',
    );
    await customer.call('pages.answer', { ...answer, clientId: randomId(), page: newer.entry.seq });
    await ana.event('log.appended', ({ entry }) => entry.kind === 'page-declined' && entry.page === newer.entry.seq);
    customer.close();
  });

  /** A link closes after some malformed messages: each of these lists is for one of its own. */
  const refused: Record<string, readonly string[]> = {
    'of another scheme': [
      'javascript:alert(1)',
      'JavaScript://%0aalert(1)',
      'data:text/html,<script>alert(1)</script>',
      'file:///etc/passwd',
      'ms-msdt:/id PCWDiagnostic',
      '\\\\host\\share',
      '',
    ],
    'of another host than it says': [
      'https:\\\\host\\share',
      'https://bank.example@evil.example/',
      'https://user:secret@evil.example/',
      'https://bank.example/\u202Egpj.exe',
      'https://host:99999/',
      `https://host.example/${'a'.repeat(2000)}`,
    ],
  };
  for (const [kind, addresses] of Object.entries(refused)) {
    it(`is refused when it is ${kind}, and nothing of it reaches the customer [H-24]`, async () => {
      const rep = await repOnline(server, await createRep(administrator, { displayName: 'Ravi' }));
      const { customer, session } = await aLiveSession(server, rep, 'Juan');
      for (const address of addresses) {
        await refuses(rep.call('pages.suggest', { session, clientId: randomId(), address }), 'invalid');
      }
      await rep.call('pages.suggest', { session, clientId: randomId(), address: 'https://good.example/' });
      const { entries } = await customer.call('log.after', { session, seq: 0 });
      assert.deepEqual(
        entries.flatMap((entry) => (entry.kind === 'page-suggested' ? [entry.address] : [])),
        ['https://good.example/'],
      );
      customer.close();
      rep.close();
    });
  }

  it('of 100 kB costs the sender the link at most, and the log nothing [H-24]', async () => {
    const { customer, session } = await aLiveSession(server, ana, 'Noor');
    await assert.rejects(suggest(session, `https://host.example/${'a'.repeat(100_000)}`));
    const { entries } = await customer.call('log.after', { session, seq: 0 });
    assert.deepEqual(
      entries.filter(({ kind }) => kind === 'page-suggested'),
      [],
    );
    customer.close();
  });

  it('is for the reps of the session and the browser of its customer alone', async () => {
    const { customer, session } = await aLiveSession(server, ines, 'Lea');
    await refuses(suggest(session, 'https://good.example/'), 'not-found');
    const { entry } = await ines.call('pages.suggest', {
      session,
      clientId: randomId(),
      address: 'https://good.example/',
    });
    const stranger = await openCustomerLink(server);
    const answer = { session, clientId: randomId(), page: entry.seq, answer: 'opened' } as const;
    await refuses(stranger.call('pages.answer', answer), 'not-found');
    stranger.close();
    customer.close();
  });
});
