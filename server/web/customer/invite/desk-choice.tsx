import type { ChannelId } from '../../../../shared/contract/identifiers.ts';
import type { HelpDesk } from '../../../../shared/contract/invitation.ts';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { inviteTexts } from '../../texts/customer-invite.ts';

type DeskChoiceProps = {
  desks: readonly HelpDesk[];
  chosen: readonly ChannelId[];
  onChosen: (chosen: ChannelId[]) => void;
};

/** The addresses of the help desk: any of its people can open what goes there. Nothing while there is none. */
export function DeskChoice({ desks, chosen, onChosen }: DeskChoiceProps) {
  if (desks.length === 0) return null;
  const toggle = (id: ChannelId, isIn: boolean) =>
    onChosen(isIn ? [...chosen, id] : chosen.filter((other) => other !== id));
  return (
    <fieldset class="invite-desks">
      <legend>{inviteTexts.desks}</legend>
      {desks.map(({ channel, name, address }) => (
        <label key={channel}>
          <input
            type="checkbox"
            checked={chosen.includes(channel)}
            onChange={(event) => toggle(channel, event.currentTarget.checked)}
          />
          <span>
            <OutsideText text={name} />
            <span class="rh-soft"> · {address}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
