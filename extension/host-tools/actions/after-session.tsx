import type { OfferedAction } from '../../../shared/contract/host-actions.ts';
import { AfterSession } from '../../../shared/contract/tool-use.ts';
import { Select } from '../../../shared/ui/select.tsx';
import { actionTexts } from '../../texts/host-actions-en.ts';

const words = actionTexts.after;

type AfterSessionProps = {
  actions: readonly OfferedAction[];
  chosen: AfterSession;
  name: string;
  isBroken: boolean;
  onChoose: (then: AfterSession) => void;
};

/** What is done to the computer when the session is over, of what it can do. */
export function AfterSessionChoice({ actions, chosen, name, isBroken, onChoose }: AfterSessionProps) {
  const isPossible = (then: AfterSession) =>
    then === 'nothing' || actions.some(({ action, missing }) => action === then && missing === '');
  const choices = AfterSession.options.filter(isPossible).map((value) => ({ value, label: words.choices[value] }));
  if (choices.length === 1) return null;
  return (
    <Select
      label={words.title}
      hint={words.hint(name)}
      choices={choices}
      value={chosen}
      disabled={isBroken}
      onValue={onChoose}
    />
  );
}
