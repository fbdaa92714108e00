import assert from 'node:assert/strict';
import { createLatestKnown } from '../../../../server/sessions/latest-known.ts';
import { emptyProjection } from '../../../../server/sessions/project-session.ts';
import type { SessionRecord } from '../../../../server/sessions/session-model.ts';

/** What is asked of a record here is its id and how far its log was read. */
const record = (id: string, lastSeq: number) =>
  ({ _id: id, browser: undefined, projection: { ...emptyProjection, lastSeq } }) as unknown as SessionRecord;

describe('How far a session’s log was written', () => {
  it('is known better than by what was read before the last entry, and the rest of the session stays as read', () => {
    const latest = createLatestKnown();
    latest.keep(record('a', 7));
    const read = record('a', 5);
    const known = latest.of(read);
    assert.equal(known.projection.lastSeq, 7);
    assert.deepEqual({ ...known, projection: read.projection }, read);
  });

  it('is what was read when another process has written on, or nothing was written here', () => {
    const latest = createLatestKnown();
    latest.keep(record('a', 7));
    const [newer, other] = [record('a', 9), record('b', 1)];
    assert.equal(latest.of(newer), newer);
    assert.equal(latest.of(other), other);
  });

  it('is forgotten of the session that was silent for the longest time', () => {
    const latest = createLatestKnown();
    latest.keep(record('silent', 7));
    latest.keep(record('busy', 1));
    for (let one = 0; one < 998; one += 1) latest.keep(record(`other ${one}`, 1));
    latest.keep(record('busy', 7));
    latest.keep(record('one more', 1));
    assert.equal(latest.of(record('silent', 1)).projection.lastSeq, 1);
    assert.equal(latest.of(record('busy', 1)).projection.lastSeq, 7);
  });
});
