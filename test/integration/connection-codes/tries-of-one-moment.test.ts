import assert from 'node:assert/strict';
import { budgetWindowMs, triesPerAddress, wrongTriesOverall } from '../../../server/codes/guess-budget.ts';
import { proofLifeMs } from '../../../server/proof/proofs.ts';
import type { BrowserId } from '../../../server/edge/links.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { solveProof } from '../../support/solve-proof.ts';
import { aBrowser, featuresInProcess, pageOf } from '../server-sessions/features-in-process.ts';
import type { FeaturesInProcess } from '../server-sessions/features-in-process.ts';

describe('Tries of connection codes from one address, all in the same moment', () => {
  let world: FeaturesInProcess;
  const clock = { at: Date.now(), now: () => clock.at };

  before(async () => {
    world = await featuresInProcess({ repNames: ['Ana'], clock });
  });
  after(() => world.stop());
  beforeEach(() => {
    clock.at += budgetWindowMs;
  });

  const rep = () => ({ linkId: 'ana', account: world.reps[0] ?? assert.fail() });
  async function aCode() {
    const { session } = await world.features.repHandlers['sessions.start']({ customer: 'Marta' }, rep());
    return session.code?.code ?? assert.fail('no code');
  }
  const enter = (browser: BrowserId, code: string, address = '203.0.113.1') =>
    Promise.resolve(
      world.features.customerHandlers['codes.enter']({ name: 'Marta', code }, { ...pageOf(browser), address }),
    ).then(
      () => 'in',
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    );
  const aWrongCode = (right: string) => (right === '000000' ? '000001' : '000000');

  it('are not taken back by a page of that address which is in a session already [H-25]', async () => {
    const inside = aBrowser();
    const right = await aCode();
    assert.equal(await enter(inside, right), 'in');
    const outcomes: string[] = [];
    for (let tries = 0; tries < triesPerAddress + 2; tries += 1) {
      outcomes.push(await enter(aBrowser(), aWrongCode(right)));
      assert.match(await enter(inside, right), /already-waiting/);
    }
    const refused = Array.from({ length: triesPerAddress }, () => 'code-refused');
    assert.deepEqual(outcomes, [...refused, 'too-many-tries', 'too-many-tries']);
  });

  it('are not taken back by a right one, nor by one that needs work first [H-25, H-26]', async () => {
    const right = await aCode();
    const wrong = aWrongCode(right);
    assert.equal(await enter(aBrowser(), wrong), 'code-refused');
    assert.equal(await enter(aBrowser(), right), 'in');
    for (let made = 1; made < wrongTriesOverall; made += 1) {
      assert.equal(await enter(aBrowser(), wrong, `198.51.100.${made}`), 'code-refused');
    }
    assert.equal(await enter(aBrowser(), wrong), 'proof-needed');
    const more = Array.from({ length: triesPerAddress - 1 }, () => enter(aBrowser(), wrong));
    assert.deepEqual([...new Set(await Promise.all(more))], ['proof-needed']);
    const stored = world.connection.collection<{ _id: string; tries: { at: number }[] }>('code_tries');
    const own = await stored.findOne({ _id: 'address:203.0.113.1' });
    assert.equal(own?.tries.filter(({ at }) => at === clock.at).length, 1);
  });

  it('and the work done for them are kept for hours longer than they count: the store clears by its own clock', async () => {
    const right = await aCode();
    const browser = aBrowser();
    for (let made = 1; made <= wrongTriesOverall; made += 1) {
      await enter(aBrowser(), aWrongCode(right), `198.51.100.${made}`);
    }
    const challenge = world.features.customerHandlers['proof.challenge'];
    const proof = solveProof(await challenge({ purpose: 'code' }, pageOf(browser)));
    await world.features.customerHandlers['codes.enter']({ name: 'Marta', code: right, proof }, pageOf(browser));
    const cleared = async (name: string) =>
      (await world.connection.collection(name).find({}).sort({ expiresAt: -1 }).toArray())[0]?.['expiresAt'];
    const hourMs = 3_600_000;
    assert.ok((await cleared('code_tries')) >= clock.at + budgetWindowMs + hourMs);
    assert.ok((await cleared('spent_proofs')) >= clock.at + proofLifeMs + hourMs);
  });

  it('count on that an older program has stored as mere times', async () => {
    const tries = Array.from({ length: triesPerAddress }, () => clock.at);
    const expiresAt = new Date(clock.at + budgetWindowMs);
    const stored = world.connection.collection<{ _id: string; tries: unknown[]; expiresAt: Date }>('code_tries');
    await stored.replaceOne({ _id: 'address:203.0.113.1' }, { tries, expiresAt }, { upsert: true });
    const wrong = aWrongCode(await aCode());
    assert.equal(await enter(aBrowser(), wrong), 'too-many-tries');
    clock.at += budgetWindowMs;
    assert.equal(await enter(aBrowser(), wrong), 'code-refused');
  });
});
