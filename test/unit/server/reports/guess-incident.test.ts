import assert from 'node:assert/strict';
import * as v from 'valibot';
import { guessIncident, textWeights } from '../../../../server/reports/guess-incident.ts';
import { PublicIncident } from '../../../../shared/contract/incident.ts';

const id = (name: string) => name.replaceAll(/\W/g, '-').padEnd(22, '_').slice(0, 22);

/** `Printer › Paper jam` stands under `Printer`. */
function aCatalogue(...paths: readonly string[]): PublicIncident[] {
  return paths.map((path) => {
    const above = path.split(' › ').slice(0, -1).join(' › ');
    const name = path.split(' › ').at(-1);
    return v.parse(PublicIncident, { id: id(path), name, parent: above === '' ? null : id(above), channels: [] });
  });
}

const office = aCatalogue(
  'Printer',
  'Printer › Paper jam',
  'Printer › No colour',
  'Password',
  'E-mail',
  'Other problems',
);

const guess = (said: { reason?: string; message?: string; chat?: readonly string[] }, catalogue = office) =>
  guessIncident(catalogue, [
    { text: said.reason ?? '', weight: textWeights.reason },
    { text: said.message ?? '', weight: textWeights.message },
    ...(said.chat ?? []).map((text) => ({ text, weight: textWeights.chat })),
  ]);
const guessed = (...said: Parameters<typeof guess>) => guess(...said)?.incident.name;

describe('The guess of an incident', () => {
  it('is the one whose name the reason speaks of, and says by which words', () => {
    const found = guess({ reason: 'Forgot my password' });
    assert.deepEqual([found?.incident.name, found?.words], ['Password', ['password']]);
  });

  it('knows words in other forms', () => {
    assert.equal(guessed({ reason: 'Nothing is printed' }), 'Printer');
    assert.equal(guessed({ reason: 'Passwords do not work' }), 'Password');
    assert.equal(guessed({ reason: 'The pastor is here' }), undefined);
  });

  it('is the more exact one where its own words are there too', () => {
    const found = guess({ reason: 'The printer is stuck', message: 'Paper does not come out, there is a jam' });
    assert.deepEqual([found?.incident.name, found?.words], ['Printer › Paper jam', ['paper', 'jam', 'printer']]);
  });

  it('is what stands above where only that is spoken of', () => {
    assert.equal(guessed({ reason: 'Printer' }), 'Printer');
  });

  it('takes a word in the chat for little: one alone is no guess, two are', () => {
    assert.equal(guessed({ chat: ['Is it the password perhaps?'] }), undefined);
    assert.equal(guessed({ chat: ['There is paper in it', 'It is a jam'] }), 'Printer › Paper jam');
  });

  it('counts a word once, however often it is said', () => {
    const chat = Array.from({ length: 9 }, () => 'password password');
    assert.equal(guessed({ chat }), undefined);
    assert.equal(guessed({ reason: 'Printer', chat }), 'Printer');
  });

  it('is none where two are alike, where words say nothing, and without a catalogue', () => {
    assert.equal(guessed({ reason: 'Printer and password' }), undefined);
    assert.equal(guessed({ reason: 'Other problems with the thing' }), undefined);
    assert.equal(guessed({ reason: 'Password' }, []), undefined);
  });

  it('works in scripts without small words or blanks', () => {
    const catalogue = aCatalogue('Пароль', '印刷');
    assert.equal(guessed({ reason: 'забыл пароль' }, catalogue), 'Пароль');
    assert.equal(guessed({ reason: '印刷' }, catalogue), '印刷');
  });
});
