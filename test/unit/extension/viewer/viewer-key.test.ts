import assert from 'node:assert/strict';
import { viewerKey, type KeyStroke, type ViewerKeyState } from '../../../../extension/viewer/viewer-key.ts';

const held = { ctrl: true, alt: true, shift: true };
const none = { ctrl: false, alt: false, shift: false };
const chord: KeyStroke[] = [
  { code: 'ControlLeft', down: true, ...none, ctrl: true },
  { code: 'AltLeft', down: true, ...none, ctrl: true, alt: true },
  { code: 'ShiftLeft', down: true, ...held },
  { code: 'ShiftLeft', down: false, ...held, shift: false },
  { code: 'AltLeft', down: false, ...none, ctrl: true },
  { code: 'ControlLeft', down: false, ...none },
];

function press(strokes: readonly KeyStroke[]) {
  let state: ViewerKeyState = 'idle';
  let command: string | undefined;
  for (const stroke of strokes) {
    const result = viewerKey(state, stroke);
    state = result.state;
    command ??= result.command;
  }
  return { state, command };
}

describe('keys meant for the viewer itself', () => {
  it('are taken after Ctrl, Alt and Shift were tapped alone', () => {
    assert.deepEqual(press([...chord, { code: 'KeyF', down: true, ...none }]), { state: 'idle', command: 'KeyF' });
  });

  it('are not taken when the three were part of a shortcut', () => {
    const shortcut = [...chord.slice(0, 3), { code: 'KeyT', down: true, ...held }, ...chord.slice(3)];
    assert.deepEqual(press([...shortcut, { code: 'KeyF', down: true, ...none }]), {
      state: 'idle',
      command: undefined,
    });
  });

  it('leave ordinary typing alone', () => {
    assert.deepEqual(press([{ code: 'KeyA', down: true, ...none }]), { state: 'idle', command: undefined });
  });
});
