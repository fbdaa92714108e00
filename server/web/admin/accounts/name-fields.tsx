import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { texts } from '../../texts/admin-en.ts';

type Names = { fullName: string; displayName: string; email: string };

type NameFieldsProps = {
  values: Names;
  faults: Partial<Record<keyof Names, string>>;
  onValue: (key: keyof Names, value: string) => void;
  /** The own names, which the browser may fill in. */
  isOwn?: boolean;
};

/** Full name, display name and e-mail, wherever an account is written down. */
export function NameFields({ values, faults, onValue, isOwn = false }: NameFieldsProps) {
  return (
    <>
      <TextInput
        label={texts.names.fullName}
        hint={texts.names.fullNameHint}
        value={values.fullName}
        onValue={(value) => onValue('fullName', value)}
        error={faults.fullName}
        autocomplete={isOwn ? 'name' : 'off'}
      />
      <TextInput
        label={texts.names.displayName}
        hint={texts.names.displayNameHint}
        value={values.displayName}
        onValue={(value) => onValue('displayName', value)}
        error={faults.displayName}
        autocomplete="off"
      />
      <TextInput
        label={texts.names.email}
        optional
        type="email"
        value={values.email}
        onValue={(value) => onValue('email', value)}
        error={faults.email}
        autocomplete={isOwn ? 'email' : 'off'}
      />
    </>
  );
}
