import assert from 'node:assert/strict';
import type { InputMessage } from '../../../../shared/contract/screen-link.ts';
import { fire } from '../../shared/ui/dom.ts';

const { watchKeyboard } = await import('../../../../extension/viewer/keyboard-input.ts');

const chord = ['ControlLeft', 'AltLeft', 'ShiftLeft'];

describe('The keyboard over the picture', () => {
  it('gives the customer nothing of a key that was meant for the viewer, however long it is held', async () => {
    const field = document.createElement('textarea');
    const sent: InputMessage[] = [];
    const commands: string[] = [];
    const watching = new AbortController();
    watchKeyboard(
      { field, send: (input) => sent.push(input), release() {}, onViewerKey: (code) => commands.push(code) },
      watching.signal,
    );
    const held = new Set<string>();
    const stroke = async (type: 'keydown' | 'keyup', code: string, repeat = false) => {
      if (type === 'keydown') held.add(code);
      else held.delete(code);
      const [ctrlKey, altKey, shiftKey] = chord.map((one) => held.has(one));
      await fire(field, type, { code, key: code, repeat, ctrlKey, altKey, shiftKey });
    };
    for (const code of chord) await stroke('keydown', code);
    for (const code of chord) await stroke('keyup', code);
    await stroke('keydown', 'KeyC');
    await stroke('keydown', 'KeyC', true);
    await stroke('keyup', 'KeyC');
    const own = () => sent.flatMap((input) => (input.type === 'key' && input.code === 'KeyC' ? [input.down] : []));
    assert.deepEqual(commands, ['KeyC']);
    assert.deepEqual(own(), []);
    await stroke('keydown', 'KeyC');
    await stroke('keyup', 'KeyC');
    assert.deepEqual(own(), [true, false]);
    watching.abort();
  });
});
