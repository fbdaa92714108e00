/** What strangers who guess can learn, and whom they can keep out. */
import assert from 'node:assert/strict';
import { EXTENSION_ORIGIN } from '../../../shared/contract/extension-id.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/protocol-version.ts';
import { post } from '../../support/http-client.ts';
import { createRep, finishSetUp } from '../../support/people.ts';
import type { Administrator } from '../../support/people.ts';
import { codeOf } from '../../support/phone.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';

describe('Guessing at accounts', () => {
  let server: ServerProcess;
  let administrator: Administrator;

  before(async () => {
    // The test plays a trusted proxy, which alone may say where somebody is.
    // Hashing still takes long enough to be told from none, for the line before it to fill, and for nothing else to matter.
    server = await startServerProcess({ passwordsFaster: 8, settings: { TRUSTED_PROXY: '127.0.0.0/8' } });
    administrator = await finishSetUp(server);
  });
  after(() => server.stop());

  const ask = (operation: string, body: object, address: string) =>
    post(server, `/api/${operation}`, body, {
      headers: { Origin: EXTENSION_ORIGIN, 'Sec-Fetch-Site': 'cross-site', 'X-Forwarded-For': address },
    });
  const signIn = (userId: string, password: string, address: string) =>
    ask('rep.signIn', { userId, password, protocol: PROTOCOL_VERSION }, address);

  it('lets the owner in with password and code while a thousand addresses guess at the account [H-5]', async () => {
    const { userId, password } = await createRep(administrator);
    const home = '203.0.113.7';
    const begun = await administrator.panel.call('self.get', {});
    assert.ok(begun.account.id);
    const owner = await setUpPhone(userId, password, home);
    const attackers = Array.from({ length: 1000 }, (_none, index) => `10.7.${index >> 8}.${index & 255}`);
    const guesses = attackers.map(async (address) => (await signIn(userId, 'a wrong guess', address)).status);
    const first = await signIn(userId, password, home);
    const { ticket } = resultOf(await first.json());
    const second = await ask('rep.secondStep', { ticket, code: owner.nextCode() }, home);
    assert.equal(second.status, 200, 'the owner is in while they guess');
    const outcomes = await Promise.all(guesses);
    const heard = outcomes.filter((status) => status === 401).length;
    assert.equal(outcomes.filter((status) => status === 429).length, 1000 - heard);
    assert.ok(heard < 500, `${heard} of 1,000 guesses were heard`);
    // And afterwards, from where the owner never was.
    assert.equal((await signIn(userId, password, '198.51.100.9')).status, 200);
  }).timeout(240_000);

  it('answers a wrong password of an account and of none alike, in words and in time [H-6]', async () => {
    const { userId } = await createRep(administrator);
    const bodies = new Set<string>();
    const timed = async (tried: string, address: string) => {
      const began = performance.now();
      const response = await signIn(tried, 'a wrong guess', address);
      bodies.add(`${response.status} ${await response.text()}`);
      return performance.now() - began;
    };
    const differences: number[] = [];
    // Two hundred in pairs, each at the same moment and now the one first and now the other: what else the machine does, it does to both.
    for (let round = 0; round < 100; round += 1) {
      const address = `10.8.${round >> 7}.${round & 127}`;
      const known = () => timed(userId, address);
      const unknown = () => timed('nobody-here', address.replace('10.8', '10.9'));
      const isKnownFirst = round % 2 === 0;
      const [first, second] = await Promise.all(isKnownFirst ? [known(), unknown()] : [unknown(), known()]);
      differences.push(isKnownFirst ? first - second : second - first);
    }
    assert.equal(bodies.size, 1, [...bodies].join('\n'));
    assert.match([...bodies].join(), /^401 .*wrong-credentials/);
    const differenceMs = median(differences);
    assert.ok(Math.abs(differenceMs) < 10, `the medians differ by ${differenceMs.toFixed(1)} ms`);
  }).timeout(600_000);

  /** Two-step sign-in asked of everybody, so that signing in from `home` sets the phone up. */
  async function setUpPhone(userId: string, password: string, home: string) {
    await administrator.panel.call('twoStep.require', { roles: ['representative'] });
    const { ticket } = resultOf(await (await signIn(userId, password, home)).json());
    const { secret } = resultOf(await (await ask('twoStep.enrol', { ticket }, home)).json());
    const code = codeOf(secret, -1);
    assert.equal((await ask('rep.secondStep', { ticket, code }, home)).status, 200);
    return { nextCode: () => codeOf(secret) };
  }
});

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}

/** What a server of the test answers. */
function resultOf(reply: unknown): { ticket: string; secret: string } {
  return (reply as { result: { ticket: string; secret: string } }).result;
}
