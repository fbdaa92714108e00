import assert from 'node:assert/strict';
import { judged, middleOf } from '../../../../../extension/panel/settings/connection-test.ts';

describe('what a test of the connection finds', () => {
  it('tells a gateway that answers from one that is silent, and from none', () => {
    assert.deepEqual(judged({ host: 2, relay: 40 }, true).gateway, { is: 'answers', afterMs: 40 });
    assert.deepEqual(judged({ host: 2 }, true).gateway, { is: 'silent' });
    assert.deepEqual(judged({ host: 2 }, false).gateway, { is: 'none' });
  });

  it('says whether a direct way is thinkable', () => {
    assert.deepEqual(
      [{ host: 2, srflx: 9 }, { host: 2 }, { relay: 40 }].map((found) => judged(found, true).direct),
      ['outside', 'local', 'blocked'],
    );
  });

  it('goes by the middle of several round trips, which one slow one does not move', () => {
    assert.equal(middleOf([12, 11, 900, 10, 13]), 12);
  });
});
