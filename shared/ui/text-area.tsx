import type { TextareaHTMLAttributes } from 'preact';
import { Field } from './field.tsx';
import type { FieldWords } from './field.tsx';
import { TextLimitNote, useTextLimit } from './text-limit.tsx';

type TextAreaProps = FieldWords & {
  value: string;
  onValue: (value: string) => void;
  /** Lines in sight; 3 unless said. */
  rows?: number | undefined;
} & Omit<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    'value' | 'label' | 'rows' | 'class' | 'className' | 'onInput' | 'onPaste'
  >;

/** Several lines to write in, with label, hint and error. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, optional, labelUnseen, value, onValue, rows = 3, maxLength, ...rest } = props;
  const limit = useTextLimit(value, typeof maxLength === 'number' ? maxLength : undefined);
  return (
    <Field {...{ label, hint, error, optional, labelUnseen }}>
      {(control) => (
        <>
          <textarea
            dir="auto"
            {...rest}
            {...control}
            class="rh-input"
            rows={rows}
            maxLength={maxLength}
            value={value}
            onPaste={limit.onPaste}
            onInput={(event) => {
              limit.onInput(event);
              onValue(event.currentTarget.value);
            }}
          />
          <TextLimitNote note={limit.note} />
        </>
      )}
    </Field>
  );
}
