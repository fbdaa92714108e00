import { Field } from './field.tsx';
import type { FieldWords } from './field.tsx';
import { Icon } from './icon.tsx';
import type { IconNode } from './icon.tsx';

type TextInputProps = FieldWords & {
  value: string;
  onValue: (value: string) => void;
  icon?: IconNode | undefined;
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url' | 'date' | 'time' | 'datetime-local' | undefined;
  name?: string | undefined;
  placeholder?: string | undefined;
  /** What the browser may fill in: `name`, `email`, `tel`, `one-time-code`, `off`. */
  autocomplete?: AutoFill | undefined;
  inputMode?: 'text' | 'email' | 'tel' | 'numeric' | 'search' | 'url' | undefined;
  required?: boolean | undefined;
  disabled?: boolean | undefined;
  readOnly?: boolean | undefined;
  maxLength?: number | undefined;
  spellcheck?: boolean | undefined;
  onBlur?: (() => void) | undefined;
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
};

/** One line to write in, with its label, hint and error. */
export function TextInput(props: TextInputProps) {
  const { label, hint, error, optional, labelUnseen, value, onValue, icon, type = 'text', ...rest } = props;
  // Preact's types tell each input type apart and accept no union of them.
  const anyType = type as 'text';
  return (
    <Field {...{ label, hint, error, optional, labelUnseen }}>
      {(control) => {
        const input = (
          <input
            type={anyType}
            dir="auto"
            {...rest}
            {...control}
            class="rh-input"
            value={value}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
        );
        return icon === undefined ? (
          input
        ) : (
          <span class="rh-input-with-icon">
            <Icon icon={icon} />
            {input}
          </span>
        );
      }}
    </Field>
  );
}
