import assert from 'node:assert/strict';
import { personMailed, personSelected } from '../../../../extension/worker/selected-person.ts';

const selected = (text: string) => Object.values(personSelected(text));

describe('the person that a rep has selected on a page', () => {
  it('has a name, a mail address, or both [B-20]', () => {
    assert.deepEqual(selected('Marta Kowalenko'), ['Marta Kowalenko', '']);
    assert.deepEqual(selected('  marta@firm.example.\n'), ['', 'marta@firm.example']);
    assert.deepEqual(selected('"Marta Kowalenko" <marta@firm.example>'), ['Marta Kowalenko', 'marta@firm.example']);
    assert.deepEqual(selected('이순신 (lee@firm.example)'), ['이순신', 'lee@firm.example']);
  });

  it('is read from the first line, and no longer than a name may be', () => {
    assert.deepEqual(selected('\n\nMarta\nNothing prints'), ['Marta', '']);
    assert.equal(personSelected('a'.repeat(500)).customer.length, 80);
  });

  it('is whom a link for mail is for; a link that is for nobody, or broken, asks for nothing', () => {
    assert.deepEqual(personMailed('mailto:marta%40firm.example?subject=x'), {
      customer: '',
      email: 'marta@firm.example',
    });
    assert.deepEqual(personMailed('mailto:a@firm.example,b@firm.example')?.email, 'a@firm.example');
    assert.equal(personMailed('mailto:?subject=x'), undefined);
    assert.equal(personMailed('mailto:%E0%A4%A'), undefined);
    assert.equal(personMailed('https://firm.example/'), undefined);
  });
});
