import assert from 'node:assert/strict';
import * as v from 'valibot';
import { restartingSince } from '../../../../extension/session/restart.ts';
import { LogEntry } from '../../../../shared/contract/session-log.ts';

const entry = (at: number, body: object) =>
  v.parse(LogEntry, {
    session: 's'.repeat(22),
    seq: at,
    at,
    by: { kind: 'host', name: 'Marta' },
    audience: 'all',
    clientId: null,
    ...body,
  });
const begun = entry(5, { kind: 'tool-used', use: { did: 'restart-begun', returns: true } });
const facts = { computer: 'PC', user: 'marta', platform: 'Linux', localAddress: '', monitors: 1 };

describe('A customer’s computer that restarts', () => {
  it('restarts from the moment in which it was begun until its program is back, or it did not work', () => {
    assert.equal(restartingSince([]), null);
    assert.equal(restartingSince([begun, entry(6, { kind: 'host-left', reason: 'lost' })]), 5);
    assert.equal(restartingSince([begun, entry(7, { kind: 'host-joined', facts })]), null);
    const failed = { did: 'action-done', action: 'restart', outcome: 'failed' };
    assert.equal(restartingSince([begun, entry(7, { kind: 'tool-used', use: failed })]), null);
    const done = { did: 'action-done', action: 'restart', outcome: 'done' };
    assert.equal(restartingSince([begun, entry(7, { kind: 'tool-used', use: done })]), 5);
  });
});
