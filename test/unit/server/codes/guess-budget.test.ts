import assert from 'node:assert/strict';
import { budgetWindowMs, createGuessBudget, triesPerAddress } from '../../../../server/codes/guess-budget.ts';

function aBudget() {
  const clock = { at: 0, now: () => clock.at };
  const told: number[] = [];
  const budget = createGuessBudget(clock, (until) => told.push(until));
  /** How many of these tries are taken. */
  const tries = (count: number, address: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => {
      try {
        return budget.take(address(at));
      } catch {
        // Refused: what is counted here.
        return undefined;
      }
    }).filter((taken) => taken !== undefined).length;
  return { clock, told, budget, tries };
}

describe('The budget for wrong codes', () => {
  it('gives an address five tries in ten minutes', () => {
    const { clock, tries } = aBudget();
    assert.equal(
      tries(8, () => '192.0.2.1'),
      triesPerAddress,
    );
    clock.at = budgetWindowMs;
    assert.equal(
      tries(8, () => '192.0.2.1'),
      triesPerAddress,
    );
  });

  it('gives a whole IPv6 network no more than one address', () => {
    assert.equal(
      aBudget().tries(100, (at) => `2001:db8::${at.toString(16)}`),
      triesPerAddress,
    );
  });

  it('gives everybody together twenty, then tells the reps once', () => {
    const { told, tries } = aBudget();
    assert.equal(
      tries(1000, (at) => `198.51.${at >> 8}.${at & 255}`),
      20,
    );
    assert.deepEqual(told, [budgetWindowMs]);
  });

  it('does not count codes that were right', () => {
    const { budget } = aBudget();
    for (let count = 0; count < 50; count += 1) budget.take('192.0.2.1').giveBack();
  });
});
