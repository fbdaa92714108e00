import assert from 'node:assert/strict';
import { linePlaces } from '../../../../../../server/web/customer/waiting/line-places.ts';
import type { LinePlace } from '../../../../../../server/web/customer/waiting/line-places.ts';

/** `✓ 1 [2] 3`: helped, ahead, you, behind. */
function drawn(position: number, behind: number, beingHelped: number): string {
  const mark = (place: LinePlace) => {
    if (place.kind === 'helped') return '✓';
    if (place.kind === 'gap') return '…';
    return place.kind === 'you' ? `[${place.number}]` : String(place.number);
  };
  return linePlaces({ position, behind, beingHelped }).map(mark).join(' ');
}

describe('The line as a waiting customer sees it', () => {
  it('shows who is being helped, who is before and who is behind', () => {
    assert.equal(drawn(2, 2, 2), '✓ ✓ 1 [2] 3 4');
    assert.equal(drawn(1, 0, 0), '[1]');
  });

  it('leaves out the middle of a long line, so that it fits a phone', () => {
    assert.equal(drawn(4, 0, 0), '1 2 3 [4]');
    assert.equal(drawn(9, 30, 12), '✓ ✓ 1 … 8 [9] 10 11');
  });
});
