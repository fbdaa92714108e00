import assert from 'node:assert/strict';
import { judgePassword, makePassword } from '../../../../../server/web/admin/form/password.ts';

describe('Passwords in the web panel', () => {
  const names = ['Maria Okafor', 'maria', 'Fern Street Library'];
  const judge = (password: string) => judgePassword(password, names).at;

  it('tell how many characters are missing', () => {
    assert.deepEqual(judgePassword('correct', names), { at: 'short', missing: 3 });
    assert.deepEqual(judgePassword('', names), { at: 'empty' });
  });

  it('are called easy to guess when they are a name, a row of keys or a favourite', () => {
    for (const password of ['okafor1984', 'Library2026', 'abcdefghij', 'qwertyuiop', 'aaaaaaaaaaaa', 'Password1234'])
      assert.equal(judge(password), 'guessable', password);
  });

  it('are called strong when they are long or of many kinds', () => {
    assert.equal(judge('correct horse battery'), 'strong');
    assert.equal(judge('kV7#mq-29Fhx'), 'strong');
    assert.equal(judge('grey tulip'), 'fair');
  });

  it('are made of 20 letters that nobody takes for one another, each time others', () => {
    const one = makePassword();
    assert.match(one, /^([a-hjkmnp-z02-9]{5}-){3}[a-hjkmnp-z02-9]{5}$/);
    assert.notEqual(one, makePassword());
    assert.equal(judge(one), 'strong');
  });
});
