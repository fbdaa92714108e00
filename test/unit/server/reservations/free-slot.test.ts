import assert from 'node:assert/strict';
import fc from 'fast-check';
import { freeSlot } from '../../../../server/reservations/free-slot.ts';

const taken = (...slots: number[]) => new Set(slots);

describe('The slot of one more reservation', () => {
  it('is the lowest that is free', () => {
    assert.equal(freeSlot(taken(), 3), 0);
    assert.equal(freeSlot(taken(0, 2), 3), 1);
    assert.equal(freeSlot(taken(0, 1, 2), 3), undefined);
    assert.equal(freeSlot(taken(), 0), undefined);
  });

  it('is none while as many are open as may be, also where the limit was lowered', () => {
    assert.equal(freeSlot(taken(5, 6, 7, 8), 4), undefined);
    assert.equal(freeSlot(taken(6, 7, 8), 4), 0);
    assert.equal(freeSlot(taken(0, 6, 7, 8), 4), undefined);
  });

  it('never lets in more than the limit, whatever comes, goes and is set, and however old the view was', () => {
    const step = fc.record({
      kind: fc.constantFrom('come', 'come', 'come', 'go'),
      which: fc.nat(20),
      staleness: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.uniqueArray(fc.nat(12)), fc.array(step), (limit, first, steps) => {
        const views = [new Set(first)];
        for (const { kind, which, staleness } of steps) {
          const open = new Set(views.at(-1));
          if (kind === 'go') open.delete([...open][which % Math.max(1, open.size)] ?? -1);
          else {
            const slot = freeSlot(views.at(-1 - staleness) ?? new Set(first), limit);
            // As the unique index does: who comes second to a slot has to look anew.
            if (slot !== undefined && !open.has(slot)) open.add(slot);
          }
          views.push(open);
          const before = views.at(-2)?.size ?? 0;
          assert.ok(open.size <= limit || open.size <= before, `${open.size} of ${limit}`);
        }
      }),
    );
  });

  it('is found whenever fewer are open than may be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.uniqueArray(fc.nat(40)), (limit, slots) => {
        const slot = freeSlot(new Set(slots), limit);
        assert.equal(slot !== undefined, slots.length < limit);
        assert.ok(slot === undefined || !slots.includes(slot));
      }),
    );
  });
});
