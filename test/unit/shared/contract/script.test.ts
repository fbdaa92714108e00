import assert from 'node:assert/strict';
import * as v from 'valibot';
import { ScriptDraft, scriptVariables, valueProblem } from '../../../../shared/contract/script.ts';
import type { ScriptParameter } from '../../../../shared/contract/script.ts';

const aParameter = (changes: Partial<ScriptParameter> = {}): ScriptParameter => ({
  name: 'PRINTER',
  label: 'Printer',
  kind: 'text',
  choices: [],
  isRequired: true,
  ...changes,
});
const aDraft = (changes: object = {}) => ({
  name: 'Empty the print queue',
  group: '',
  description: '',
  systems: ['linux'],
  interpreter: 'sh',
  parameters: [aParameter()],
  limitSeconds: 60,
  text: 'cancel -a "$PARAM_PRINTER"',
  ...changes,
});
const isScript = (changes: object) => v.is(ScriptDraft, aDraft(changes));

describe('A script of the organisation', () => {
  it('is for systems that have its interpreter, and has parameters that are told apart', () => {
    assert.ok(isScript({}));
    assert.ok(isScript({ systems: ['linux', 'macos'], interpreter: 'bash' }));
    assert.ok(!isScript({ systems: ['windows'] }), 'Windows has no sh');
    assert.ok(!isScript({ systems: ['linux', 'windows'], interpreter: 'powershell' }));
    assert.ok(!isScript({ systems: [] }));
    assert.ok(!isScript({ parameters: [aParameter(), aParameter({ label: 'Another' })] }), 'two of one name');
    assert.ok(!isScript({ parameters: [aParameter({ name: 'path' })] }));
    assert.ok(!isScript({ parameters: [aParameter({ kind: 'choice' })] }), 'nothing to choose from');
    assert.ok(!isScript({ parameters: [aParameter({ choices: ['one'] })] }), 'a text has no choices');
    assert.ok(!isScript({ text: '' }));
    assert.ok(!isScript({ limitSeconds: 0 }));
  });

  it('takes values as its parameters want them', () => {
    const text = aParameter();
    const number = aParameter({ kind: 'number' });
    const choice = aParameter({ kind: 'choice', choices: ['Lobby', 'Attic'] });
    assert.equal(valueProblem(text, '', 'sh'), 'missing');
    assert.equal(valueProblem(aParameter({ isRequired: false }), '', 'sh'), undefined);
    assert.equal(valueProblem(text, '$(rm -rf ~); "x" `id` & |', 'sh'), undefined, 'it is only ever a value');
    assert.equal(valueProblem(text, 'two\nlines', 'sh'), 'characters');
    assert.equal(valueProblem(number, '-3.5', 'sh'), undefined);
    assert.equal(valueProblem(number, '12; id', 'sh'), 'number');
    assert.equal(valueProblem(choice, 'Lobby', 'sh'), undefined);
    assert.equal(valueProblem(choice, 'lobby', 'sh'), 'choice');
  });

  it('is spared what cmd would read as orders', () => {
    for (const value of ['a & del x', 'a|b', '%PATH%', 'say "x"', 'a>b', 'a^b', '!x!', '(a)']) {
      assert.equal(valueProblem(aParameter(), value, 'cmd'), 'characters', value);
      assert.equal(valueProblem(aParameter(), value, 'powershell'), undefined, value);
    }
    assert.equal(valueProblem(aParameter(), 'HP LaserJet 4, 2nd floor', 'cmd'), undefined);
  });

  it('gets its values in variables of their own beginning, and none that it does not know', () => {
    const script = {
      interpreter: 'sh',
      parameters: [aParameter(), aParameter({ name: 'PATH', isRequired: false })],
    } as const;
    const of = { interpreter: script.interpreter, parameters: [...script.parameters] };
    assert.deepEqual(scriptVariables(of, { PRINTER: 'Lobby' }), {
      variables: { PARAM_PRINTER: 'Lobby', PARAM_PATH: '' },
    });
    assert.deepEqual(scriptVariables(of, { PRINTER: 'Lobby', LD_PRELOAD: '/tmp/x.so' }), { wrong: 'LD_PRELOAD' });
    assert.deepEqual(scriptVariables(of, {}), { wrong: 'PRINTER' });
  });
});
