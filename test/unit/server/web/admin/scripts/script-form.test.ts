import assert from 'node:assert/strict';
import {
  checkScript,
  formOf,
  freshParameter,
  freshScript,
} from '../../../../../../server/web/admin/scripts/script-form.ts';
import * as v from 'valibot';
import { Script } from '../../../../../../shared/contract/script.ts';

const written = { ...freshScript, name: 'Flush', text: 'true' };
const wrongIn = (form: typeof written | object) => {
  const checked = checkScript({ ...written, ...form });
  return checked.ok ? [] : checked.wrong;
};

describe('What an administrator writes of a script', () => {
  it('is said field by field where it is none yet', () => {
    assert.deepEqual(wrongIn({}), []);
    assert.deepEqual(wrongIn(freshScript), ['name', 'text']);
    assert.deepEqual(wrongIn({ limitSeconds: undefined }), ['limit']);
    assert.deepEqual(wrongIn({ systems: [] }), ['systems']);
    assert.deepEqual(wrongIn({ interpreter: 'cmd' }), ['systems'], 'Linux has no cmd');
    assert.deepEqual(wrongIn({ parameters: [freshParameter] }), ['parameters']);
  });

  it('has its choices a line each, and comes back as it was', () => {
    const choice = {
      name: 'FLOOR',
      label: 'Floor',
      kind: 'choice',
      choices: ' first \n\nsecond',
      isRequired: false,
    } as const;
    const text = { ...choice, name: 'WHO', kind: 'text', choices: 'left over' } as const;
    const checked = checkScript({ ...written, parameters: [choice, text] });
    assert.ok(checked.ok);
    assert.deepEqual(
      checked.draft.parameters.map(({ choices }) => choices),
      [['first', 'second'], []],
    );
    const script = v.parse(Script, { ...checked.draft, id: 'x'.repeat(22), revision: 1 });
    const again = checkScript(formOf(script));
    assert.deepEqual(again, checked);
  });
});
