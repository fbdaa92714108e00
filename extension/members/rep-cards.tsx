import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { AskableRep } from '../../shared/contract/member-operations.ts';
import { RadioCards } from '../../shared/ui/radio-cards.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { memberTexts } from '../texts/members-en.ts';
import { texts } from '../texts/en.ts';

const words = memberTexts;

type RepCardsProps = {
  /** `undefined` while they are being looked for. */
  reps: readonly AskableRep[] | undefined;
  value: AccountId | undefined;
  onValue: (rep: AccountId) => void;
};

/** The representatives who are signed in, one of whom is to be asked. */
export function RepCards({ reps, value, onValue }: RepCardsProps) {
  if (reps === undefined) return <Skeleton label={words.choice.loading} />;
  if (reps.length === 0) return <p>{words.invite.nobody}</p>;
  return (
    <RadioCards<AccountId>
      label={words.invite.who}
      value={value}
      onValue={onValue}
      cards={reps.map(({ account, name, presence, helping, channels }) => ({
        value: account,
        title: name,
        detail: channels.length === 0 ? undefined : channels.join(', '),
        status: { kind: presence, word: texts.presence[presence], note: words.choice.helping(helping) },
      }))}
    />
  );
}
