import assert from 'node:assert/strict';
import { entriesInReserve, mostEntries, requireRoomFor } from '../../../../server/sessions/entry-limit.ts';
import type { EntryKind } from '../../../../shared/contract/session-log.ts';

const fits = (kind: EntryKind, entries: number) => {
  try {
    requireRoomFor(kind, entries);
    return true;
  } catch {
    return false;
  }
};

describe('How long a session log may get', () => {
  it('takes no more chat before its end, so that what runs can still go on', () => {
    const full = mostEntries - entriesInReserve;
    assert.deepEqual([fits('chat', full - 1), fits('chat', full)], [true, false]);
    assert.deepEqual([fits('granted', full), fits('granted', mostEntries - 1)], [true, true]);
    assert.throws(() => requireRoomFor('chat', full), /End it and begin another one/);
  });

  it('always has room for withdrawals and the end, and for nothing that comes again and again', () => {
    for (const kind of ['withdrawn', 'expired', 'host-left', 'handed-over', 'ended'] as const)
      assert.ok(fits(kind, mostEntries + 10), kind);
    for (const kind of ['screen-shown', 'resumed', 'host-joined', 'host-removed'] as const)
      assert.ok(!fits(kind, mostEntries), kind);
  });
});
