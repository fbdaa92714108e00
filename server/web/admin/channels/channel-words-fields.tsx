import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { texts } from '../../texts/admin-en.ts';
import { FormRow } from '../form/form-row.tsx';

type Words = { channelName: string; description: string };

type ChannelWordsFieldsProps = {
  values: Words;
  faults: Partial<Record<keyof Words, string>>;
  onValue: (key: keyof Words, value: string) => void;
};

/** What customers read of a channel. */
export function ChannelWordsFields({ values, faults, onValue }: ChannelWordsFieldsProps) {
  return (
    <FormRow title={texts.channels.what}>
      <TextInput
        label={texts.channels.name}
        hint={texts.channels.nameHint}
        value={values.channelName}
        onValue={(value) => onValue('channelName', value)}
        error={faults.channelName}
        autocomplete="off"
      />
      <TextInput
        label={texts.channels.description}
        hint={texts.channels.descriptionHint}
        optional
        value={values.description}
        onValue={(value) => onValue('description', value)}
        error={faults.description}
        autocomplete="off"
      />
    </FormRow>
  );
}
