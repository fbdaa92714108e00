import { useRef, useState } from 'preact/hooks';
import { CODE_LENGTH, codeDigits } from './code-digits.ts';
import { Field } from './field.tsx';
import { useComponentTexts } from './component-texts.ts';
import './code-input.css';

type CodeInputProps = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Digits only, at most six. */
  value: string;
  onValue: (digits: string) => void;
  /** Called once when the sixth digit arrives, with all six. */
  onComplete?: ((digits: string) => void) | undefined;
  autofocus?: boolean | undefined;
};

/**
 * The connection code: one input for hands and readers, six places for the eye. Paste, blanks and digits of any
 * script are welcome; what is no digit falls away.
 */
export function CodeInput({ label, hint, error, value, onValue, onComplete, autofocus }: CodeInputProps) {
  const texts = useComponentTexts();
  const input = useRef<HTMLInputElement>(null);
  const [hasFocus, setFocus] = useState(false);

  const take = (element: HTMLInputElement) => {
    const digits = codeDigits(element.value);
    // Preact leaves the element alone when the value it knows did not change: a typed letter would stay in it.
    element.value = digits;
    if (digits === value) return;
    onValue(digits);
    if (digits.length === CODE_LENGTH) onComplete?.(digits);
  };

  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <span class="rh-code" data-focus={hasFocus} data-invalid={error !== undefined}>
          <input
            {...control}
            ref={input}
            class="rh-code-input"
            type="text"
            inputMode="numeric"
            autocomplete="one-time-code"
            autocapitalize="off"
            spellcheck={false}
            dir="ltr"
            autofocus={autofocus === true}
            value={value}
            onInput={(event) => {
              if (!event.isComposing) take(event.currentTarget);
            }}
            onCompositionEnd={(event) => take(event.currentTarget)}
            onFocus={() => setFocus(true)}
            onBlur={() => setFocus(false)}
          />
          <span class="rh-code-places" dir="ltr" aria-hidden="true">
            {Array.from({ length: CODE_LENGTH }, (_, place) => (
              <span key={place} class="rh-code-place" data-current={hasFocus && place === value.length}>
                {value[place]}
              </span>
            ))}
          </span>
          <span class="rh-unseen" role="status">
            {value.length > 0 ? texts.digitsEntered(value.length, CODE_LENGTH) : ''}
          </span>
        </span>
      )}
    </Field>
  );
}
