import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import { EXTENSION_ORIGIN } from '../../../shared/contract/extension-id.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/protocol-version.ts';
import { createRep, finishSetUp, openCustomerLink } from '../../support/people.ts';
import type { Administrator, CustomerLink } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';

const FLOOD = 10_000;
const FLOOD_FROM_MANY = 2000;
/** Tries that one address has in a quarter of an hour, and the flood may lie across the end of one. */
const MOST_HASHED_OF_ONE = 2 * 30;

describe('sign-in under a flood', () => {
  let server: ServerProcess;
  let administrator: Administrator;
  let page: CustomerLink;

  before(async () => {
    // The test plays a trusted proxy, which alone may say where somebody is.
    server = await startServerProcess({ passwordsFaster: 1, settings: { TRUSTED_PROXY: '127.0.0.0/8' } });
    administrator = await finishSetUp(server);
    page = await openCustomerLink(server);
  });
  after(async () => {
    page.close();
    await server.stop();
  });

  it('refuses passwords too long to be one, by their size or form, and counts none as a try [H-3]', async () => {
    const { userId, password } = await createRep(administrator);
    for (let tried = 0; tried < 40; tried += 1) {
      assert.equal(await signInStatus({ address: '192.0.2.1', userId, password: 'x'.repeat(1_000_000) }), 413);
      assert.equal(await signInStatus({ address: '192.0.2.1', userId, password: 'x'.repeat(300_000) }), 400);
    }
    // Had one of them come to be hashed it would have been counted, and so many are more than the address has.
    assert.equal(await signInStatus({ address: '192.0.2.1', userId, password }), 200);
  });

  it('hashes few of ten thousand tries from one address, and answers others meanwhile [H-3]', async function () {
    this.timeout(120_000);
    const { statuses, answered } = await flood(FLOOD, (nth) => ({
      address: '192.0.2.2',
      userId: `user-${nth}`,
      password: 'x',
    }));
    const hashed = statuses.get(401) ?? 0;
    assert.ok(hashed <= MOST_HASHED_OF_ONE, `${hashed} were hashed`);
    assert.equal((statuses.get(429) ?? 0) + hashed, FLOOD, JSON.stringify([...statuses]));
    assert.ok(answered > 0, 'a customer was answered while the flood went on');
  });

  it('lets people in who have signed in from there before while a thousand addresses try, and others soon [H-3]', async function () {
    this.timeout(180_000);
    const [known, fresh] = [await createRep(administrator), await createRep(administrator)];
    assert.equal(await signInStatus({ address: '203.0.113.7', ...known }), 200);
    let knownFirst: number | undefined;
    const { statuses, answered } = await flood(
      FLOOD_FROM_MANY,
      (nth) => ({ address: `198.51.${nth % 4}.${(nth >> 2) % 250}`, userId: `user-${nth}`, password: 'x' }),
      async () => {
        knownFirst = await signInStatus({ address: '203.0.113.7', ...known });
      },
    );
    assert.equal(knownFirst, 200, 'at the first try');
    const hashed = statuses.get(401) ?? 0;
    assert.equal((statuses.get(429) ?? 0) + hashed, FLOOD_FROM_MANY, JSON.stringify([...statuses]));
    assert.ok(hashed < FLOOD_FROM_MANY / 4, `${hashed} were hashed`);
    assert.ok(answered > 0, 'a customer was answered while the flood went on');
    // Refused for want of room is not a try: the flood has left nothing behind for who comes after it.
    assert.equal(await signInStatus({ address: '203.0.113.8', ...fresh }), 200);
  });

  interface Try {
    readonly address: string;
    readonly userId: string;
    readonly password: string;
  }

  /** All tries, a hundred at a time. `inTheMiddle` is begun once the flood is there, and waited for. */
  async function flood(tries: number, nthTry: (nth: number) => Try, inTheMiddle = async () => {}) {
    const agent = new Agent({ keepAlive: true, maxSockets: 100 });
    const statuses = new Map<number, number>();
    let begun = 0;
    let isOver = false;
    let middle: Promise<void> | undefined;
    const attacker = async () => {
      while (begun < tries) {
        const status = await signInStatus(nthTry((begun += 1)), agent);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        if (begun > tries / 4) middle ??= inTheMiddle();
      }
    };
    const bystander = async () => {
      let answered = 0;
      while (!isOver) {
        await page.call('page.open', {});
        if (!isOver) answered += 1;
      }
      return answered;
    };
    const watching = bystander();
    await Promise.all(Array.from({ length: 100 }, attacker));
    await middle;
    isOver = true;
    agent.destroy();
    return { statuses, answered: await watching };
  }

  function signInStatus({ address, userId, password }: Try, agent?: Agent): Promise<number> {
    const body = JSON.stringify({ userId, password, protocol: PROTOCOL_VERSION });
    const headers = {
      Origin: EXTENSION_ORIGIN,
      'Sec-Fetch-Site': 'cross-site',
      'X-Forwarded-For': address,
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(body),
    };
    return new Promise((resolve, reject) => {
      const { port } = server;
      request({ host: '127.0.0.1', port, path: '/api/rep.signIn', method: 'POST', headers, agent }, (response) => {
        response.resume().once('end', () => resolve(response.statusCode ?? 0));
      })
        .once('error', reject)
        .end(body);
    });
  }
});
