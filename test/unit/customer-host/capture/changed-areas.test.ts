import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changedAreas } from '../../../../customer-host/capture/changed-areas.ts';

const [width, height] = [200, 70];

function aFrame(changed: readonly { x: number; y: number }[] = []): Buffer {
  const frame = Buffer.alloc(width * height * 4, 7);
  for (const { x, y } of changed) frame[(y * width + x) * 4 + 1] = 99;
  return frame;
}

describe('what changed between two looks at a screen', () => {
  it('is nothing on a screen that stands still', () => {
    assert.deepEqual(changedAreas(aFrame(), aFrame(), width, height), []);
  });

  it('is told by bands and cells, and as one area where bands follow each other', () => {
    const one = changedAreas(aFrame(), aFrame([{ x: 70, y: 3 }]), width, height);
    assert.deepEqual(one, [{ x: 64, y: 0, width: 64, height: 16 }]);
    const across = changedAreas(
      aFrame(),
      aFrame([
        { x: 1, y: 15 },
        { x: 199, y: 16 },
      ]),
      width,
      height,
    );
    assert.deepEqual(across, [{ x: 0, y: 0, width: 200, height: 32 }]);
    const apart = changedAreas(
      aFrame(),
      aFrame([
        { x: 1, y: 1 },
        { x: 199, y: 69 },
      ]),
      width,
      height,
    );
    assert.deepEqual(apart, [
      { x: 0, y: 0, width: 64, height: 16 },
      { x: 192, y: 64, width: 8, height: 6 },
    ]);
  });

  it('covers every pixel that changed, wherever they are', () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: width - 1 }), y: fc.integer({ min: 0, max: height - 1 }) });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 8 }), (changed) => {
        const areas = changedAreas(aFrame(), aFrame(changed), width, height);
        for (const { x, y } of changed) {
          const isCovered = areas.some(
            (area) => x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height,
          );
          assert.ok(isCovered, `${x},${y} is in ${JSON.stringify(areas)}`);
        }
        assert.equal(areas.length > 0, changed.length > 0);
      }),
    );
  });
});
