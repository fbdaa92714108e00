import assert from 'node:assert/strict';
import * as v from 'valibot';
import { createAfterwards } from '../../../../../customer-host/tools/actions/afterwards.ts';
import { LogEntry } from '../../../../../shared/contract/session-log.ts';

const entry = (body: object, by: 'rep' | 'customer' | 'host' | 'system' = 'rep') =>
  v.parse(LogEntry, {
    session: 's'.repeat(22),
    seq: 1,
    at: 0,
    by: { kind: by, name: 'Somebody' },
    audience: 'all',
    clientId: null,
    ...body,
  });
const end = { kind: 'ended', reason: 'finished' };

describe('What is done to the computer after the session', () => {
  it('is due when the rep or the server ends it, and not when the person who sits there does', () => {
    for (const [by, due] of [
      ['rep', 'lock'],
      ['system', 'lock'],
      ['customer', undefined],
      ['host', undefined],
    ] as const) {
      const afterwards = createAfterwards();
      afterwards.choose('lock');
      assert.equal(afterwards.due, undefined, 'not before the end');
      afterwards.heed(entry(end, by));
      assert.equal(afterwards.due, due, by);
    }
  });

  it('is off when actions were taken back, and stays where only their time was over', () => {
    const afterwards = createAfterwards();
    afterwards.choose('log-out');
    afterwards.heed(entry({ kind: 'withdrawn', scope: 'files', place: 'host' }, 'host'));
    afterwards.heed(entry({ kind: 'expired', scope: 'actions' }, 'host'));
    assert.equal(afterwards.chosen, 'log-out');
    afterwards.heed(entry({ kind: 'withdrawn', scope: 'actions', place: 'page' }, 'customer'));
    afterwards.heed(entry(end));
    assert.equal(afterwards.due, undefined);
  });
});
