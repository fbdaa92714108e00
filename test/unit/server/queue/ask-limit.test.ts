import assert from 'node:assert/strict';
import { createAskLimit } from '../../../../server/queue/ask-limit.ts';
import type { AskLimit } from '../../../../server/queue/ask-limit.ts';
import { AppError } from '../../../../shared/contract/errors.ts';

describe('the limit on asking for help', () => {
  const proof = { challenge: 'done', answer: '1' };
  const aLimit = () => {
    const clock = { at: 1_000_000, now: () => clock.at };
    const asked: number[] = [];
    const limit = createAskLimit({
      clock,
      proofs: {
        challenge(_subject, bits) {
          asked.push(bits);
          return { challenge: 'work', nonce: 'n'.repeat(22), bits, expiresAt: 0 };
        },
        async spend(_subject, given) {
          if (given === undefined) throw new AppError('proof-needed');
        },
      },
    });
    return { clock, asked, limit };
  };
  /** How many are taken, and why the last one was not. */
  const asksOf = async (limit: AskLimit, address: string, count: number, work?: typeof proof) => {
    let taken = 0;
    let refusal = '';
    for (let tries = 0; tries < count; tries += 1) {
      try {
        await limit.take({ address, browser: 'browser', proof: work });
        taken += 1;
      } catch (error) {
        refusal = error instanceof AppError ? error.code : String(error);
      }
    }
    return { taken, refusal };
  };

  it('takes ten requests of one network freely, then two a minute, and others are not held off', async () => {
    const { clock, limit } = aLimit();
    assert.deepEqual(await asksOf(limit, '198.51.100.1', 10_000), { taken: 10, refusal: 'proof-needed' });
    assert.deepEqual(await asksOf(limit, '198.51.100.2', 1), { taken: 1, refusal: '' });
    clock.at += 60_000;
    assert.equal((await asksOf(limit, '198.51.100.1', 100)).taken, 2);
    clock.at += 3_600_000;
    assert.equal((await asksOf(limit, '198.51.100.1', 100)).taken, 10);
  });

  it('takes a hundred more for work that becomes dearer, and then none', async () => {
    const { limit, asked } = aLimit();
    assert.deepEqual(await asksOf(limit, '198.51.100.1', 10_000, proof), { taken: 110, refusal: 'too-many-tries' });
    for (const address of ['198.51.100.2', '198.51.100.1']) limit.challenge({ address, browser: 'browser' });
    assert.deepEqual(asked, [18, 23]);
  });

  it('holds nobody off who comes from this machine, as everybody does behind an unnamed proxy', async () => {
    const { limit } = aLimit();
    assert.equal((await asksOf(limit, '127.0.0.1', 1000)).taken, 1000);
  });
});
