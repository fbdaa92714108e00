import assert from 'node:assert/strict';
import { isCode, sessionInWords, sessionsFound } from '../../../../extension/link-owner/find-sessions.ts';
import { anOpenSession, session } from '../builders.ts';

const marta = anOpenSession({ id: session('marta') });
const code = { code: '482913', expiresAt: 492_000 };
const waiting = anOpenSession({
  id: session('waiting'),
  state: 'waiting-code',
  code,
  customer: { name: 'Ruben Marten', email: '', phone: '', present: false },
});
const over = anOpenSession({ id: session('over'), state: 'ended' });
const found = (text: string) => sessionsFound([over, marta, waiting], text).map(({ head }) => head.id);

describe('what is typed behind rh in the address bar', () => {
  it('finds the session of a code, whole and however it is spaced [B-20]', () => {
    assert.deepEqual(found('482913'), [waiting.head.id]);
    assert.deepEqual(found('482 913'), [waiting.head.id]);
    assert.deepEqual(found('48291'), []);
  });

  it('finds people by what their names begin with, those who are there first', () => {
    assert.deepEqual(found('mart'), [marta.head.id, waiting.head.id, over.head.id]);
    assert.deepEqual(found('kowa'), [marta.head.id, over.head.id]);
    assert.deepEqual(found('  '), []);
  });

  it('says of each what it is, and tells a code from a name', () => {
    assert.deepEqual([marta, waiting, over].map(sessionInWords), [
      'Chat with Marta Kowalenko',
      'Code 482 913 for Ruben Marten',
      'Session with Marta Kowalenko, ended',
    ]);
    assert.deepEqual([isCode('482 913'), isCode('48a'), isCode('Marta')], [true, false, false]);
  });
});
