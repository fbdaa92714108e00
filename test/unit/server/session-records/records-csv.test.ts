import assert from 'node:assert/strict';
import * as v from 'valibot';
import { recordsCsv } from '../../../../server/session-records/records-csv.ts';
import { RecordedSession } from '../../../../shared/contract/session-records.ts';

const session = v.parse(RecordedSession, {
  ...{ id: 'abcdefghij_-ABCDEFGHIJ', customer: 'Marta', channelName: 'General', incident: '', reason: 'Printer' },
  ...{ rep: 'Ana', state: 'ended', endReason: 'finished' },
  startedAt: Date.UTC(2026, 10, 25, 23, 30),
  endedAt: Date.UTC(2026, 10, 25, 23, 40),
});

describe('The file of sessions', () => {
  it('has the times of the list, with how far they are from UTC', () => {
    const [, line = ''] = recordsCsv([session], true, 'Europe/Berlin').split('\r\n');
    assert.match(line, /2026-11-26T00:30:00\+01:00,2026-11-26T00:40:00\+01:00,600,finished/);
    const summer = { ...session, startedAt: Date.UTC(2026, 6, 1, 12), endedAt: null };
    assert.match(recordsCsv([summer], false, 'Europe/Berlin'), /2026-07-01T14:00:00\+02:00,,,finished/);
  });
});
