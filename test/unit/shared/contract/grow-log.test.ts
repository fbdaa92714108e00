import assert from 'node:assert/strict';
import { growLog, lastSeq } from '../../../../shared/contract/grow-log.ts';
import type { LogEntry } from '../../../../shared/contract/session-log.ts';
import { says } from '../../extension/builders.ts';
import { chanceOf } from '../../server/database/embedded/random-values.ts';
import { threeTimesInAnyOrder } from './three-times-in-any-order.ts';

const SEEDS = 10_000;
const whole = Array.from({ length: 12 }, (_, at) => says(at + 1, `line ${at + 1}`));

describe('a log that comes three times and in any order', function () {
  this.timeout(60_000);
  it(`is the log as it was written, gapless and each entry once, for ${SEEDS} seeds [F22]`, () => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const chance = chanceOf(seed);
      const log = whole.slice(0, 1 + chance.below(whole.length));
      let known: readonly LogEntry[] = [];
      const told: number[] = [];
      let missed = 0;
      const take = (entries: readonly LogEntry[]) => {
        const grown = growLog(known, entries);
        known = grown.entries;
        told.push(...grown.added.map(({ seq }) => seq));
        // As both programs do: what is missing is asked for, page by page.
        if (grown.hasGap) {
          missed += 1;
          for (let last = -1; last !== lastSeq(known);) {
            last = lastSeq(known);
            take(log.slice(last, last + 3));
          }
        }
      };
      const incoming = threeTimesInAnyOrder(log, chance);
      while (incoming.length > 0) take(incoming.splice(0, 1 + chance.below(4)));
      assert.deepEqual(known, log, `seed ${seed}`);
      assert.deepEqual(
        told,
        log.map(({ seq }) => seq),
        `seed ${seed}`,
      );
      assert.ok(missed <= 3 * log.length);
    }
  });
});
