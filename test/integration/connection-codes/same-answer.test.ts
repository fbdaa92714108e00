import assert from 'node:assert/strict';
import * as v from 'valibot';
import { codeLifeMs } from '../../../server/codes/code-service.ts';
import { sessionModel } from '../../../server/sessions/session-model.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { SessionId } from '../../../shared/contract/identifiers.ts';
import { emptyLine } from '../server-sessions/claim-trials.ts';
import { aBrowser, featuresInProcess, pageOf } from '../server-sessions/features-in-process.ts';
import type { FeaturesInProcess } from '../server-sessions/features-in-process.ts';

describe('A code that does not work', () => {
  let world: FeaturesInProcess;
  const clock = { at: Date.now(), now: () => clock.at };

  before(async () => {
    world = await featuresInProcess({ repNames: ['Ana', 'Bo'], clock });
  });
  after(() => world.stop());

  const rep = () => ({ linkId: 'ana', account: world.reps[0] ?? assert.fail() });
  async function aCode() {
    const { session } = await world.features.repHandlers['sessions.start']({ customer: 'Marta' }, rep());
    return { session: v.parse(SessionId, session.id), code: session.code?.code ?? assert.fail('no code') };
  }
  let address = 0;
  /** From another address each time, so that the answer is about the code. */
  async function tell(code: string) {
    address += 1;
    const page = { ...pageOf(aBrowser()), address: `198.51.${address >> 8}.${address & 255}` };
    const began = performance.now();
    const answer = await Promise.resolve(
      world.features.customerHandlers['codes.enter']({ name: 'Marta', code }, page),
    ).then(
      () => 'in',
      (error: unknown) =>
        error instanceof AppError ? `${error.status} ${error.code} ${error.message}` : String(error),
    );
    return { answer, ms: performance.now() - began };
  }
  /** Everybody's budget is not what this is about. */
  const forgive = () => world.connection.collection('code_tries').deleteMany({});
  const median = (values: readonly number[]) => values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;

  it('gets one answer after one time, whether it was wrong, too old or used [H-27]', async function () {
    this.timeout(300_000);
    const used = await aCode();
    assert.equal((await tell(used.code)).answer, 'in');
    const old = await aCode();
    clock.at += codeLifeMs;
    const kinds = { wrong: '', old: old.code, used: used.code };
    while (kinds.wrong === '' || kinds.wrong === old.code || kinds.wrong === used.code) {
      kinds.wrong = String((Number(used.code) + 1 + address) % 1_000_000).padStart(6, '0');
      address += 1;
    }
    const times: Record<string, number[]> = { wrong: [], old: [], used: [] };
    const answers = new Set<string>();
    for (let round = 0; round < 60; round += 1) {
      if (round % 6 === 0) await forgive();
      // Each kind has each place in the row, so that what else goes on falls on all alike.
      const row = Object.entries(kinds);
      for (const [kind, code] of [...row.slice(round % 3), ...row.slice(0, round % 3)]) {
        const { answer, ms } = await tell(code);
        answers.add(answer);
        times[kind]?.push(ms);
      }
    }
    const text = 'This code does not work (any more). Ask the person who helps you for another one.';
    assert.deepEqual([...answers], [`404 code-refused ${text}`]);
    const medians = Object.values(times).map(median);
    assert.ok(Math.max(...medians) - Math.min(...medians) <= 5, `medians of ${medians.join(', ')} ms`);
  });

  it('lets exactly one of two in who type it in the same moment, a thousand times [H-29]', async function () {
    this.timeout(600_000);
    const outcomes: string[] = [];
    const trial = async () => {
      const { session, code } = await aCode();
      const tries = await Promise.all([tell(code), tell(code)]);
      const answers = tries.map(({ answer }) => answer.replace(/ This.*/, ''));
      outcomes.push(answers.toSorted().join(' and '));
      return session;
    };
    const sessions = sessionModel(world.connection);
    let bound = 0;
    for (let round = 0; round < 100; round += 1) {
      await forgive();
      const entered = await Promise.all(Array.from({ length: 10 }, trial));
      bound += await sessions.countDocuments({ _id: { $in: entered }, state: 'live' });
      await emptyLine(world);
    }
    assert.equal(bound, 1000);
    assert.deepEqual([...new Set(outcomes)], ['404 code-refused and in']);
  });
});
