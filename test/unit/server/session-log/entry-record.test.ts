import assert from 'node:assert/strict';
import { entryOf, recordOf } from '../../../../server/session-log/entry-record.ts';
import { aLog, asked, granted } from '../sessions/a-log.ts';

describe('A log entry in the store', () => {
  it('comes back as it was', () => {
    for (const entry of aLog(
      [1, 'rep', asked('view')],
      [2, 'host', granted('view')],
      [3, 'customer', { kind: 'fetched' }],
    )) {
      assert.deepEqual(entryOf(recordOf(entry)), { ok: true, entry });
    }
  });

  it('tells what is wrong with a damaged one without telling what was said', () => {
    const [entry] = aLog([1, 'rep', { kind: 'chat', text: 'secret' }]);
    assert.ok(entry);
    const read = entryOf({ ...recordOf(entry), body: { text: ['secret'] } });
    assert.equal(read.ok, false);
    assert.ok(!read.ok && read.problem === 'text');
  });
});
