import assert from 'node:assert/strict';
import { hoursDraft, hoursOf } from '../../../../../server/web/admin/hours/hours-draft.ts';
import { hoursText, readHours } from '../../../../../server/web/admin/hours/hours-text.ts';

describe('The hours of a day as they are written', () => {
  it('are read in whatever way people write times, and come back in one', () => {
    for (const text of ['08:00–12:00, 13:00–17:00', '8-12; 13-17', '8.00 - 12.00,13:00—17:00'])
      assert.equal(hoursText(readHours(text) ?? []), '08:00–12:00, 13:00–17:00', text);
    assert.equal(hoursText(readHours('22-6') ?? []), '22:00–06:00');
    assert.equal(hoursText(readHours('0-24') ?? []), '00:00–24:00');
    assert.deepEqual(readHours('18-0'), readHours('18:00–24:00'));
    assert.deepEqual(readHours('  '), []);
  });

  it('are not read from what is none', () => {
    for (const text of ['morning', '8', '8-9-10', '25-26', '8:75-9', '12-13, 8-9', '8-12, 11-13', '8-8'])
      assert.equal(readHours(text), undefined, text);
  });
});

describe('The hours of a channel as they are written', () => {
  it('come to what was saved when nothing is changed', () => {
    const week = [[{ from: 480, to: 1020 }], [], [], [], [], [], []];
    const holidays = [{ date: '2026-12-24', name: 'Christmas Eve', hours: [{ from: 480, to: 720 }] }];
    assert.deepEqual(hoursOf(hoursDraft({ week, holidays })), { week, holidays });
    assert.deepEqual(hoursOf(hoursDraft({ week: null, holidays: [] })), { week: null, holidays: [] });
  });

  it('come to nothing while a day cannot be read, or a holiday has no day or stands twice', () => {
    const draft = hoursDraft({ week: null, holidays: [] });
    assert.equal(hoursOf({ ...draft, hasHours: true, days: ['x', '', '', '', '', '', ''] }), undefined);
    const holiday = { key: 0, date: '2026-12-24', name: 'Eve', hours: '' };
    assert.equal(hoursOf({ ...draft, holidays: [{ ...holiday, date: '' }] }), undefined);
    assert.equal(hoursOf({ ...draft, holidays: [holiday, { ...holiday, key: 1 }] }), undefined);
  });
});
