import assert from 'node:assert/strict';
import {
  listedScripts,
  withChangedScript,
  withScript,
  withoutScript,
} from '../../../../server/scripts/script-rules.ts';
import * as v from 'valibot';
import { AppError } from '../../../../shared/contract/errors.ts';
import { Script, scriptLimits } from '../../../../shared/contract/script.ts';

let made = 0;
const aScript = (changes: object = {}): Script => {
  made += 1;
  return v.parse(Script, {
    id: String(made).padStart(22, 'x'),
    revision: 1,
    name: `Script ${made}`,
    group: '',
    description: '',
    systems: ['linux'],
    interpreter: 'sh',
    parameters: [],
    limitSeconds: 60,
    text: 'true',
    ...changes,
  });
};
const refused = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;

describe('The organisation’s scripts', () => {
  it('have names of their own, and there are not too many', () => {
    const flush = aScript({ name: 'Flush' });
    assert.throws(() => withScript([flush], aScript({ name: 'flush' })), refused('already-exists'));
    const full = Array.from({ length: scriptLimits.scripts }, () => aScript());
    assert.throws(() => withScript(full, aScript()), refused('not-allowed'));
  });

  it('are changed only as they were read, each time under the next revision', () => {
    const before = aScript({ name: 'Flush' });
    const { id: _id, revision: _revision, ...draft } = before;
    const [after] = withChangedScript([before], before.id, 1, { ...draft, text: 'false' });
    assert.deepEqual([after?.revision, after?.text], [2, 'false']);
    assert.throws(() => withChangedScript([after ?? before], before.id, 1, draft), refused('already-taken'));
    assert.deepEqual(withoutScript([before], before.id), []);
    assert.throws(() => withoutScript([], before.id), refused('not-found'));
  });

  it('are listed by group and name, without their texts', () => {
    const listed = listedScripts([
      aScript({ name: 'B', group: 'Printers' }),
      aScript({ name: 'Z' }),
      aScript({ name: 'A', group: 'Printers' }),
    ]);
    assert.deepEqual(
      listed.map(({ name }) => name),
      ['Z', 'A', 'B'],
    );
    assert.ok(listed.every((script) => !('text' in script)));
  });
});
