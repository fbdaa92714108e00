import type { Channel } from '../../../../shared/contract/channel.ts';
import type { ChannelId } from '../../../../shared/contract/identifiers.ts';
import { texts } from '../../texts/admin-en.ts';
import { CheckList } from '../form/check-list.tsx';
import { FormRow } from '../form/form-row.tsx';

type ChannelChecksProps = {
  channels: readonly Channel[];
  chosen: readonly ChannelId[];
  onChosen: (chosen: ChannelId[]) => void;
};

/** In which channels somebody answers. */
export function ChannelChecks({ channels, chosen, onChosen }: ChannelChecksProps) {
  return (
    <FormRow title={texts.accounts.channels} hint={texts.accounts.channelsHint}>
      {channels.length === 0 ? (
        <p class="rh-soft">{texts.accounts.noChannels}</p>
      ) : (
        <CheckList
          label={texts.accounts.channels}
          checks={channels.map(({ id, name, description }) => ({ id, name, note: description || undefined }))}
          chosen={chosen}
          onChosen={onChosen}
        />
      )}
    </FormRow>
  );
}
