import assert from 'node:assert/strict';
import { letters } from '../../../../server/texts/letters-en.ts';

const facts = {
  organisation: 'Fern Street Library',
  channel: 'General',
  wishedAt: Date.UTC(2026, 10, 30, 13, 30),
  timeZone: 'Europe/Berlin',
  address: 'https://help.fern.example/',
};

describe('The mail about a call that was reserved', () => {
  it('says which call did not come, and where to ask again', () => {
    const { subject, text } = letters.reservation('expired', facts);
    assert.equal(subject, 'Nobody could call you: Fern Street Library');
    assert.match(text, /When: {3}Monday,? 30 November 2026, 14:30 \(Europe\/Berlin\)/);
    assert.match(text, /Nobody will call any more\. .*ask again on this page:\nhttps:\/\/help\.fern\.example\/\n/);
    assert.doesNotMatch(text, /change it or take it back/);
  });

  it('says where it is changed as long as it is open', () => {
    for (const turn of ['made', 'changed'] as const)
      assert.match(letters.reservation(turn, facts).text, /To change it or take it back, open this page/);
  });
});
