import assert from 'node:assert/strict';
import { createAskLimit } from '../../../../server/queue/ask-limit.ts';

describe('the limit on asking for help', () => {
  const clock = { at: 1_000_000, now: () => clock.at };
  const asksOf = (limit: ReturnType<typeof createAskLimit>, address: string, count: number) => {
    let taken = 0;
    for (let tries = 0; tries < count; tries += 1) {
      try {
        limit.take(address);
        taken += 1;
      } catch (error) {
        assert.ok(error instanceof Error && 'code' in error && error.code === 'too-many-tries', String(error));
      }
    }
    return taken;
  };

  it('takes thirty requests of one network at once, then three a minute, and others are not held off', () => {
    const limit = createAskLimit(clock);
    assert.equal(asksOf(limit, '198.51.100.1', 10_000), 30);
    assert.equal(asksOf(limit, '198.51.100.2', 1), 1);
    clock.at += 60_000;
    assert.equal(asksOf(limit, '198.51.100.1', 100), 3);
    clock.at += 3_600_000;
    assert.equal(asksOf(limit, '198.51.100.1', 100), 30);
  });

  it('holds nobody off who comes from this machine, as everybody does behind an unnamed proxy', () => {
    const limit = createAskLimit(clock);
    assert.equal(asksOf(limit, '127.0.0.1', 1000), 1000);
  });
});
