import assert from 'node:assert/strict';
import { createRep, finishSetUp, repOnline } from '../../support/people.ts';
import type { Administrator, CustomerLink, RepLink } from '../../support/people.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { solveProof } from '../../support/solve-proof.ts';
import { counted, customerFrom, outcomeOf, serverBehindProxy } from './proxied-customer.ts';

/** Sessions that one rep may have waiting at a time. */
const ofOneRep = 20;

describe('Whoever guesses connection codes', function () {
  let server: ServerProcess;
  let administrator: Administrator;
  let rep: RepLink;
  const live = new Set<string>();
  const open: { close(): void }[] = [];

  before(async () => {
    server = await serverBehindProxy();
    administrator = await finishSetUp(server);
    rep = await repOnline(server, await createRep(administrator));
    open.push(rep);
  });
  after(async () => {
    for (const link of open) link.close();
    await server.stop();
  });

  async function aCode(of: RepLink = rep) {
    const { session } = await of.call('sessions.start', { customer: 'Marta' });
    const code = session.code?.code ?? assert.fail('no code');
    live.add(code);
    return { session: session.id, code };
  }
  /** The next code that is nobody's. */
  let counter = 0;
  function aWrongCode(): string {
    counter = (counter + 7919) % 1_000_000;
    const code = String(counter).padStart(6, '0');
    return live.has(code) ? aWrongCode() : code;
  }
  const enter = (link: CustomerLink, code: string) => outcomeOf(link.call('codes.enter', { name: 'Marta', code }));

  it('gets five tries from one network of IPv6 in ten minutes, however many they make [H-25]', async function () {
    this.timeout(120_000);
    const { session, code } = await aCode();
    const links = await Promise.all(
      Array.from({ length: 50 }, (_, at) => customerFrom(server, `2001:db8:1:2::${at.toString(16)}`)),
    );
    const outcomes = await Promise.all(
      links.map(async (link) => {
        const own: string[] = [];
        for (let tries = 0; tries < 200; tries += 1) own.push(await enter(link, aWrongCode()));
        return own;
      }),
    );
    const counts = counted(outcomes.flat());
    assert.deepEqual(counts, { 'code-refused': 5, 'too-many-tries': 9995 });
    const [first = assert.fail()] = links;
    assert.equal(await enter(first, code), 'too-many-tries', 'the right code is not looked at either');
    const elsewhere = await customerFrom(server, '2001:db8:1:3::1');
    assert.equal(await enter(elsewhere, code), 'ok', 'others are not held off');
    await rep.call('sessions.end', { session });
    for (const link of [...links, elsewhere]) link.close();
  });

  it('gets nowhere from a thousand addresses while fifty codes are out, and reps are warned [H-26]', async function () {
    this.timeout(240_000);
    const others = await Promise.all(
      ['Bo', 'Cem'].map(async (displayName) => repOnline(server, await createRep(administrator, { displayName }))),
    );
    open.push(...others);
    const reps = [rep, ...others];
    for (let at = 0; at < 50; at += 1) await aCode(reps[Math.floor(at / ofOneRep)]);
    const outcomes: string[] = [];
    for (let batch = 0; batch < 1000; batch += 50) {
      const links = await Promise.all(
        Array.from({ length: 50 }, (_, at) => customerFrom(server, `198.51.${batch / 50}.${at}`)),
      );
      // Right ones are not avoided here: whatever is hit is a hit.
      const tried = links.map(async (link) => {
        const own: string[] = [];
        for (let tries = 0; tries < 5; tries += 1) {
          own.push(await enter(link, String(Math.floor(Math.random() * 1_000_000)).padStart(6, '0')));
        }
        link.close();
        return own;
      });
      outcomes.push(...(await Promise.all(tried)).flat());
    }
    const counts = counted(outcomes);
    assert.equal(outcomes.length, 5000);
    assert.ok((counts['ok'] ?? 0) / outcomes.length <= 0.001, JSON.stringify(counts));
    assert.ok((counts['code-refused'] ?? 0) <= 20, JSON.stringify(counts));
    assert.ok((counts['proof-needed'] ?? 0) >= 4900, JSON.stringify(counts));
    for (const warned of reps) await warned.event('codes.guarded', ({ until }) => until > Date.now());
    const late = await rep.call('snapshot.get', {});
    assert.ok((late.codesGuardedUntil ?? 0) > late.serverTime, 'who signs in later is warned too');
  });

  it('has to work for each further try, and the customer with the right code comes in for it', async function () {
    this.timeout(120_000);
    const waiting = (await rep.call('snapshot.get', {})).sessions.find(({ code }) => code !== null);
    const code = waiting?.code?.code ?? assert.fail('no code is out');
    const customer = await customerFrom(server, '203.0.113.9');
    assert.equal(await enter(customer, code), 'proof-needed');
    const proof = solveProof(await customer.call('proof.challenge', { purpose: 'code' }));
    const withWork = (tried: string) => outcomeOf(customer.call('codes.enter', { name: 'Marta', code: tried, proof }));
    assert.equal(await withWork(aWrongCode()), 'code-refused');
    assert.equal(await withWork(code), 'proof-needed', 'work counts once');
    const again = solveProof(await customer.call('proof.challenge', { purpose: 'code' }));
    const { session } = await customer.call('codes.enter', { name: 'Marta', code, proof: again });
    assert.equal(session.state, 'live');
    customer.close();
  });

  it('is remembered when the server starts anew', async function () {
    this.timeout(120_000);
    const { dataFolder } = server;
    await server.kill9();
    server = await serverBehindProxy({ dataFolder });
    const stranger = await customerFrom(server, '203.0.113.77');
    assert.equal(await enter(stranger, aWrongCode()), 'proof-needed');
    const known = await customerFrom(server, '2001:db8:1:2::77');
    assert.equal(await enter(known, aWrongCode()), 'too-many-tries');
    for (const link of [stranger, known]) link.close();
  });
});
