import assert from 'node:assert/strict';
import * as v from 'valibot';
import { BusinessHours } from '../../../../shared/contract/business-hours.ts';
import type { HoursSpan } from '../../../../shared/contract/business-hours.ts';
import { isOpenAt, openingState, openingsBetween } from '../../../../server/business-hours/opening-times.ts';

/** `08:00-17:00` in minutes. */
function span(text: string): HoursSpan {
  const [from = 0, to = 0] = text.split('-').map((time) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    return hour * 60 + minute;
  });
  return { from, to };
}

/** Hours by weekday, 1 is Monday; days that are not named are closed. */
function hours(days: Readonly<Record<number, readonly string[]>>, holidays: Readonly<Record<string, string[]>> = {}) {
  return v.parse(BusinessHours, {
    week: [1, 2, 3, 4, 5, 6, 7].map((day) => (days[day] ?? []).map(span)),
    holidays: Object.entries(holidays).map(([date, spans]) => ({ date, name: 'Holiday', hours: spans.map(span) })),
  });
}

const at = (text: string) => Date.parse(text);
const iso = (moment: number | null) =>
  moment === null ? null : new Date(moment).toISOString().replace(':00.000Z', 'Z');

const office = hours({ 1: ['08:00-12:00', '13:00-17:00'], 2: ['08:00-17:00'], 3: ['08:00-17:00'], 5: ['08:00-14:00'] });
const nights = hours({ 5: ['22:00-06:00'], 6: ['22:00-06:00'] });
const always = v.parse(BusinessHours, { week: null, holidays: [] });

/** 2026-06-01 is a Monday; Berlin is two hours ahead of UTC in summer and one in winter. */
const table = [
  { when: 'before the first hour', rule: office, now: '2026-06-01T05:59Z', isOpen: false, until: '2026-06-01T06:00Z' },
  {
    when: 'from the first minute on',
    rule: office,
    now: '2026-06-01T06:00Z',
    isOpen: true,
    until: '2026-06-01T10:00Z',
  },
  {
    when: 'in the last minute before noon',
    rule: office,
    now: '2026-06-01T09:59Z',
    isOpen: true,
    until: '2026-06-01T10:00Z',
  },
  { when: 'at noon', rule: office, now: '2026-06-01T10:00Z', isOpen: false, until: '2026-06-01T11:00Z' },
  { when: 'on a closed day', rule: office, now: '2026-06-04T09:00Z', isOpen: false, until: '2026-06-05T06:00Z' },
  { when: 'over a weekend', rule: office, now: '2026-06-05T12:00Z', isOpen: false, until: '2026-06-08T06:00Z' },
  {
    when: 'before midnight of a night',
    rule: nights,
    now: '2026-06-05T21:00Z',
    isOpen: true,
    until: '2026-06-06T04:00Z',
  },
  {
    when: 'after midnight of a night',
    rule: nights,
    now: '2026-06-06T03:59Z',
    isOpen: true,
    until: '2026-06-06T04:00Z',
  },
  { when: 'between two nights', rule: nights, now: '2026-06-06T04:00Z', isOpen: false, until: '2026-06-06T20:00Z' },
  { when: 'without hours', rule: always, now: '2026-06-04T03:00Z', isOpen: true, until: null },
  { when: 'with closed days only', rule: hours({}), now: '2026-06-04T03:00Z', isOpen: false, until: null },
  {
    when: 'on a holiday',
    rule: hours({ 1: ['08:00-17:00'] }, { '2026-06-01': [] }),
    now: '2026-06-01T09:00Z',
    isOpen: false,
    until: '2026-06-08T06:00Z',
  },
  {
    when: 'on a holiday with hours of its own',
    rule: hours({}, { '2026-06-01': ['10:00-12:00'] }),
    now: '2026-06-01T09:00Z',
    isOpen: true,
    until: '2026-06-01T10:00Z',
  },
  {
    when: 'always open, but for a holiday',
    rule: { week: null, holidays: [{ date: '2026-06-03', name: 'H', hours: [] }] },
    now: '2026-06-01T09:00Z',
    isOpen: true,
    until: '2026-06-02T22:00Z',
  },
] as const;

describe('Business hours', () => {
  for (const { when, rule, now, isOpen, until } of table) {
    it(`${isOpen ? 'are open' : 'are closed'} ${when}, until ${until ?? 'for ever'}`, () => {
      const state = openingState(rule as BusinessHours, 'Europe/Berlin', at(now));
      assert.deepEqual({ isOpen: state.isOpen, until: iso(state.until) }, { isOpen, until });
      assert.equal(isOpenAt(rule as BusinessHours, 'Europe/Berlin', at(now)), isOpen);
    });
  }

  it('keep the wall clock when the clocks change', () => {
    const sundays = hours({ 7: ['08:00-10:00'] });
    const openings = openingsBetween(sundays, 'Europe/Berlin', at('2026-03-22T00:00Z'), at('2026-03-30T00:00Z'));
    assert.deepEqual(
      openings.map(({ from }) => iso(from)),
      ['2026-03-22T07:00Z', '2026-03-29T06:00Z'],
    );
  });

  it('last as long as they really do in the nights in which the clocks change', () => {
    const rule = hours({ 6: ['22:00-06:00'] });
    const lengthIn = (from: string, until: string) => {
      const [night] = openingsBetween(rule, 'Europe/Berlin', at(from), at(until));
      return night === undefined ? 0 : (night.to - night.from) / 3_600_000;
    };
    assert.equal(lengthIn('2026-03-28T12:00Z', '2026-03-29T12:00Z'), 7);
    assert.equal(lengthIn('2026-10-24T12:00Z', '2026-10-25T12:00Z'), 9);
  });

  it('that lie in the hour which a change of clocks leaves out begin after it', () => {
    const rule = hours({ 7: ['02:30-03:45'] });
    const [opening] = openingsBetween(rule, 'Europe/Berlin', at('2026-03-29T00:00Z'), at('2026-03-29T12:00Z'));
    assert.deepEqual([iso(opening?.from ?? 0), iso(opening?.to ?? 0)], ['2026-03-29T01:30Z', '2026-03-29T01:45Z']);
  });

  it('are those of the zone in which they were written', () => {
    const states = ['America/New_York', 'Europe/Berlin', 'Asia/Tokyo'].map(
      (zone) => openingState(office, zone, at('2026-06-02T07:00Z')).isOpen,
    );
    assert.deepEqual(states, [false, true, true]);
  });

  it('of a night belong to the day on which it begins: a holiday after it takes nothing from it', () => {
    const eve = hours({ 5: ['22:00-06:00'], 6: ['22:00-06:00'] }, { '2026-06-06': [] });
    const [night, ...more] = openingsBetween(eve, 'Europe/Berlin', at('2026-06-05T12:00Z'), at('2026-06-08T00:00Z'));
    assert.deepEqual([iso(night?.to ?? 0), more.length], ['2026-06-06T04:00Z', 0]);
  });

  it('that adjoin are one', () => {
    const rule = hours({ 1: ['20:00-24:00'], 2: ['00:00-04:00', '04:00-05:00'] });
    assert.equal(openingsBetween(rule, 'Europe/Berlin', at('2026-06-01T00:00Z'), at('2026-06-03T00:00Z')).length, 1);
  });
});

describe('What passes for business hours', () => {
  const isWeek = (day: unknown) => v.is(BusinessHours, { week: [day, [], [], [], [], [], []], holidays: [] });

  it('has parts in order that do not overlap, of which only the last runs over midnight', () => {
    assert.ok(isWeek([span('08:00-12:00'), span('12:00-17:00'), span('22:00-02:00')]));
    for (const wrong of [
      ['08:00-12:00', '11:00-13:00'],
      ['13:00-14:00', '08:00-09:00'],
      ['22:00-02:00', '23:00-24:00'],
    ])
      assert.equal(isWeek(wrong.map(span)), false, wrong.join());
    assert.equal(isWeek([span('08:00-08:00')]), false);
  });

  it('names real days, each once', () => {
    const days = (...dates: string[]) =>
      v.is(BusinessHours, { week: null, holidays: dates.map((date) => ({ date, name: 'X', hours: [] })) });
    assert.deepEqual(
      [days('2026-12-24', '2026-12-25'), days('2026-02-30'), days('2026-12-24', '2026-12-24')],
      [true, false, false],
    );
  });
});
