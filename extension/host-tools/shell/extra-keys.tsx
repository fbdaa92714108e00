import { shellTexts as words } from '../../texts/host-shell-en.ts';
import { extraKeyBytes, extraKeys } from './extra-key-bytes.ts';
import type { HeldKeys } from './extra-key-bytes.ts';
import type { ShellModel } from './shell-model.ts';

const holding: Readonly<Record<'Ctrl' | 'Alt', keyof HeldKeys>> = { Ctrl: 'ctrl', Alt: 'alt' };

/** Keys that a keyboard on a screen does not have, and that some keyboards hide. The row goes sideways. */
export function ExtraKeys({ model }: { model: ShellModel }) {
  const held = model.held.value;
  const current = model.shells.value.find(({ shell }) => shell === model.current.value);
  // The terminal keeps the focus, and with it a keyboard on the screen.
  const keepFocus = (event: PointerEvent) => event.preventDefault();
  return (
    <div class="ext-shell-keys" role="toolbar" aria-label={words.keys.label}>
      {(['Ctrl', 'Alt'] as const).map((key) => (
        <button
          key={key}
          type="button"
          class="ext-shell-key"
          aria-label={words.keys.names[key]}
          aria-pressed={held[holding[key]]}
          onPointerDown={keepFocus}
          onClick={() => model.hold(holding[key])}
        >
          {key}
        </button>
      ))}
      {extraKeys.map((key) => (
        <button
          key={key}
          type="button"
          class="ext-shell-key"
          aria-label={words.keys.names[key] ?? key}
          onPointerDown={keepFocus}
          onClick={() => model.press(extraKeyBytes(key, held, current?.terminal.isApplicationMode ?? false))}
        >
          {key}
        </button>
      ))}
    </div>
  );
}
