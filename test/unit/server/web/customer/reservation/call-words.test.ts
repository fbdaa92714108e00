import assert from 'node:assert/strict';
import * as v from 'valibot';
import { callAdvice, callWords } from '../../../../../../server/web/customer/reservation/call-words.ts';
import { OwnReservation } from '../../../../../../shared/contract/reservation.ts';

const wishedAt = Date.UTC(2026, 10, 30, 10, 0);
const before = wishedAt - 1;
const dayAfter = wishedAt + 24 * 3_600_000;

function aReservation(change: Partial<OwnReservation> = {}, wished: number | null = wishedAt): OwnReservation {
  const told = { name: 'Sunil', email: '', phone: '+1 555 0142', reason: 'Scanner', message: '' };
  return v.parse(OwnReservation, {
    form: { channel: 'p'.repeat(22), ...told, wishedAt: wished },
    channelName: 'General',
    createdAt: wishedAt - 1000,
    expiresAt: wishedAt + 7 * 24 * 3_600_000,
    missed: 0,
    lastMissedAt: null,
    calledBy: null,
    ...change,
  });
}

describe('What is said of a call that was reserved', () => {
  it('is the time that was wished until then, and afterwards that it was due', () => {
    assert.match(callWords(aReservation(), before).title, /^We call you on /);
    const late = callWords(aReservation(), dayAfter);
    assert.match(late.title, /^Your call was due on /);
    assert.equal(late.more, 'We call you as soon as somebody is free.');
  });

  it('is that we call again where nobody answered at that time', () => {
    const missed = aReservation({ missed: 1, lastMissedAt: wishedAt + 60_000 });
    assert.deepEqual(callWords(missed, dayAfter), { title: 'We call you again as soon as somebody is free' });
  });

  it('is who calls, while somebody does, and nothing of time where none was wished', () => {
    assert.equal(callWords(aReservation({ calledBy: 'Ana' }), dayAfter).title, 'Ana is calling you now');
    assert.equal(callWords(aReservation({}, null), dayAfter).title, 'We call you as soon as somebody is free');
  });

  it('is no time that has passed beside the place for the code', () => {
    assert.match(callAdvice(aReservation(), before), /^We call you on /);
    assert.match(callAdvice(aReservation(), dayAfter), /^We call you as soon as somebody is free, /);
  });
});
