import assert from 'node:assert/strict';
import { allOfHistory, askedFor } from '../../../../../extension/panel/history/history-question.ts';

describe('The question to the history', () => {
  it('asks for everything while nothing is filled in', () => {
    assert.deepEqual(askedFor(allOfHistory), { text: '', from: null, to: null });
  });

  it('takes whole days of this computer, the last one included', () => {
    const asked = askedFor({ text: ' marta ', from: '2026-11-25', to: '2026-11-25' });
    const [from, to] = [new Date(2026, 10, 25).getTime(), new Date(2026, 10, 26).getTime()];
    assert.deepEqual(asked, { text: 'marta', from, to });
  });

  it('asks nothing for more words than can be searched for', () => {
    assert.equal(askedFor({ ...allOfHistory, text: 'a b c d e f g h i' }), undefined);
  });
});
