import assert from 'node:assert/strict';
import { sessionTab } from '../../../../extension/session/session-tab.ts';
import { anOpenSession, says } from '../builders.ts';

describe('a session in the strip', () => {
  it('shows how long it runs when all is read', () => {
    const read = { customer: 0, reps: 2 };
    const tab = sessionTab(anOpenSession({ startedAt: 0, read }), [says(1, 'Hello'), says(2, 'Hello?')], 65_000);
    assert.deepEqual([tab.name, tab.detail, tab.unread], ['Marta K.', '1:05', 0]);
  });

  it('shows since when somebody waits for an answer, and how much is unread [S0-73]', () => {
    const tab = sessionTab(anOpenSession({ startedAt: 0 }), [says(1, 'Hello'), says(20, 'Hello?')], 65_000);
    assert.deepEqual([tab.detail, tab.unread], ['waits 1:04', 2]);
  });

  it('shows what is left of a consent', () => {
    const consents = [{ scope: 'view', devices: 'both', grantedAt: 0, until: 665_000 } as const];
    const tab = sessionTab(anOpenSession({ consents, screen: 'seeing' }), [], 0);
    assert.deepEqual([tab.detail, tab.status.kind], ['11:05 left', 'seeing']);
  });

  it('shows how long a code still works', () => {
    const code = { code: '482913', expiresAt: 492_000 };
    const tab = sessionTab(anOpenSession({ state: 'waiting-code', code }), [], 0);
    assert.deepEqual([tab.detail, tab.status.kind], ['code 8:12', 'code']);
  });
});
