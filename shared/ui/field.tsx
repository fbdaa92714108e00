import { CircleAlert } from 'lucide';
import { useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { useComponentTexts } from './component-texts.ts';
import { Icon } from './icon.tsx';
import './field.css';

/** What every labelled control has. */
export type FieldWords = {
  label: string;
  /** Below the control: what to write, or what happens with it. */
  hint?: string | undefined;
  /** Below the control, in place of the hint: what is wrong and how to mend it. */
  error?: string | undefined;
  /** Adds "· optional" to the label. */
  optional?: boolean | undefined;
  /** A lone search or name field: the label is only read aloud. */
  labelUnseen?: boolean | undefined;
};

/** What the control inside must carry, so that label, hint and error belong to it. */
export type ControlTies = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': boolean | undefined;
};

type FieldProps = FieldWords & { children: (control: ControlTies) => ComponentChildren };

/** Label above, hint or error below. TextInput, TextArea, Select and CodeInput bring it along already. */
export function Field({ label, hint, error, optional, labelUnseen, children }: FieldProps) {
  const id = useId();
  const texts = useComponentTexts();
  const noteId = `${id}-note`;
  const hasNote = hint !== undefined || error !== undefined;
  return (
    <div class="rh-field">
      <label for={id} class={labelUnseen === true ? 'rh-unseen' : 'rh-field-label'}>
        {label}
        {optional === true && <span class="rh-field-optional"> · {texts.optional}</span>}
      </label>
      {children({
        id,
        'aria-describedby': hasNote ? noteId : undefined,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {error !== undefined ? (
        <p id={noteId} class="rh-field-error">
          <Icon icon={CircleAlert} size={16} />
          {error}
        </p>
      ) : (
        hint !== undefined && (
          <p id={noteId} class="rh-field-hint">
            {hint}
          </p>
        )
      )}
    </div>
  );
}
