import assert from 'node:assert/strict';
import { callDays } from '../../../../../../server/web/customer/reservation/call-times.ts';

const at = (text: string) => Date.parse(text);
const opening = (from: string, to: string) => ({ from: at(from), to: at(to) });
const times = (days: ReturnType<typeof callDays>) =>
  days.map(({ times: all }) => all.map((time) => new Date(time).toISOString().slice(0, 16)));

describe('Times at which a customer may wish to be called', () => {
  it('are the half hours of each opening, from its beginning on', () => {
    const openings = [opening('2026-06-02T06:15Z', '2026-06-02T07:30Z')];
    assert.deepEqual(times(callDays(openings, at('2026-06-01T09:00Z'), 'UTC')), [
      ['2026-06-02T06:15', '2026-06-02T06:45', '2026-06-02T07:15'],
    ]);
  });

  it('begin at the next half hour that leaves time to send, while it is open', () => {
    const openings = [opening('2026-06-01T06:00Z', '2026-06-01T10:30Z')];
    assert.deepEqual(times(callDays(openings, at('2026-06-01T09:25Z'), 'UTC')), [['2026-06-01T10:00']]);
    assert.deepEqual(times(callDays(openings, at('2026-06-01T10:25Z'), 'UTC')), []);
  });

  it('are sorted into days as the reader’s own calendar has them', () => {
    const openings = [opening('2026-06-02T22:30Z', '2026-06-02T23:30Z')];
    assert.equal(callDays(openings, at('2026-06-01T09:00Z'), 'UTC').length, 1);
    const [day] = callDays(openings, at('2026-06-01T09:00Z'), 'Asia/Tokyo');
    assert.match(day?.key ?? '', /\b3\b/);
    assert.equal(callDays(openings, at('2026-06-01T09:00Z'), 'Europe/Berlin').length, 1);
    const late = [opening('2026-06-02T21:30Z', '2026-06-02T22:30Z')];
    assert.equal(callDays(late, at('2026-06-01T09:00Z'), 'Europe/Berlin').length, 2);
  });
});
