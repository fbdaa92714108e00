import { useId } from 'preact/hooks';
import './switch.css';

type SwitchProps = {
  label: string;
  hint?: string | undefined;
  checked: boolean;
  onChecked: (checked: boolean) => void;
  disabled?: boolean | undefined;
};

/** On or off, in effect at once (or with the form's Save). The label is part of the target. */
export function Switch({ label, hint, checked, onChecked, disabled }: SwitchProps) {
  const id = useId();
  return (
    <label class="rh-switch">
      <input
        type="checkbox"
        role="switch"
        checked={checked}
        disabled={disabled === true}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChecked(event.currentTarget.checked)}
      />
      <span class="rh-switch-words">
        <span id={`${id}-label`}>{label}</span>
        {hint !== undefined && (
          <span id={`${id}-hint`} class="rh-switch-hint">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
