import assert from 'node:assert/strict';
import { levelOf } from '../../../../../shared/ui/call/sound-level.ts';

const tone = (loudness: number) => Float32Array.from({ length: 1024 }, (_, at) => loudness * Math.sin(at / 5));

describe('How loud somebody is', () => {
  it('is nothing in silence and full when somebody shouts, and grows in between', () => {
    assert.equal(levelOf(new Float32Array(1024)), 0);
    assert.equal(levelOf(tone(0.0001)), 0);
    assert.equal(levelOf(tone(1)), 1);
    const levels = [0.003, 0.01, 0.05, 0.2].map((loudness) => levelOf(tone(loudness)));
    assert.deepEqual(
      levels,
      levels.toSorted((one, other) => one - other),
    );
    assert.ok((levels[0] ?? 0) > 0 && (levels[3] ?? 1) < 1);
  });
});
