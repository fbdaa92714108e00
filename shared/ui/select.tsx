import { ChevronDown } from 'lucide';
import { Field } from './field.tsx';
import type { FieldWords } from './field.tsx';
import { Icon } from './icon.tsx';
import { safeName } from './safe-text.ts';

/** One thing to choose; the label may come from outside. */
export type Choice<Value extends string> = { value: Value; label: string };

type SelectProps<Value extends string> = FieldWords & {
  value: Value | '';
  onValue: (value: Value) => void;
  choices: readonly Choice<Value>[];
  /** Shown while nothing is chosen (`value` is empty). */
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  required?: boolean | undefined;
  name?: string | undefined;
};

/** The browser's own list, with label, hint and error. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, hint, error, optional, labelUnseen, value, onValue, choices, placeholder, ...rest } = props;
  const choose = (wanted: string) => {
    const choice = choices.find((candidate) => candidate.value === wanted);
    if (choice !== undefined) onValue(choice.value);
  };
  return (
    <Field {...{ label, hint, error, optional, labelUnseen }}>
      {(control) => (
        <span class="rh-select">
          <select
            {...control}
            class="rh-input"
            value={value}
            disabled={rest.disabled === true}
            required={rest.required === true}
            name={rest.name}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            {placeholder !== undefined && (
              <option value="" disabled hidden>
                {placeholder}
              </option>
            )}
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {safeName(choice.label)}
              </option>
            ))}
          </select>
          <Icon icon={ChevronDown} size={16} />
        </span>
      )}
    </Field>
  );
}
