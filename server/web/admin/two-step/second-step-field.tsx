import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { texts } from '../../texts/admin-en.ts';

type SecondStepFieldProps = {
  value: string;
  onValue: (value: string) => void;
  error: string | undefined;
  /** Only the phone's digits will do, as when it is set up. */
  isDigits?: boolean;
};

/** The code of the second step; phones fill it in by themselves where they can. */
export function SecondStepField({ value, onValue, error, isDigits = false }: SecondStepFieldProps) {
  return (
    <TextInput
      label={texts.twoStep.code.label}
      hint={isDigits ? undefined : texts.twoStep.code.hint}
      value={value}
      onValue={onValue}
      error={error}
      autocomplete="one-time-code"
      inputMode={isDigits ? 'numeric' : 'text'}
      spellcheck={false}
      maxLength={40}
    />
  );
}
