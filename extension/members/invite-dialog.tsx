import { useState } from 'preact/hooks';
import type { AccountId } from '../../shared/contract/identifiers.ts';
import type { GuestHands } from '../../shared/contract/member.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { memberTexts } from '../texts/members-en.ts';
import { firstName } from '../view/first-name.ts';
import { ToldFailure } from '../view/told-failure.tsx';
import { useView } from '../view/view-context.ts';
import { RepCards } from './rep-cards.tsx';
import { useChoices } from './use-choices.ts';

const words = memberTexts.invite;

/** Asks another representative to come into the session as a guest. */
export function InviteDialog({ head, onClose }: { head: SessionHead; onClose: () => void }) {
  const { orders } = useView();
  const choices = useChoices(head.id);
  const [rep, setRep] = useState<AccountId>();
  const [hands, setHands] = useState<GuestHands>('view');
  const [isAsking, setAsking] = useState(false);
  const invite = async () => {
    if (rep === undefined) return;
    setAsking(true);
    const answer = await orders.give('members.invite', { session: head.id, rep, hands });
    setAsking(false);
    if (answer !== undefined) onClose();
  };
  return (
    <Dialog
      title={words.title(firstName(head.customer.name))}
      harmless={words.cancel}
      onHarmless={onClose}
      act={words.act}
      acting={isAsking}
      actingText={words.acting}
      actDisabledReason={rep === undefined ? words.choose : undefined}
      onAct={() => void invite()}
    >
      <div class="ext-members-form">
        <p>{words.what}</p>
        <RepCards reps={choices?.reps} value={rep} onValue={setRep} />
        <Select<GuestHands>
          label={words.hands}
          value={hands}
          onValue={setHands}
          choices={[
            { value: 'view', label: words.view },
            { value: 'control', label: words.control },
          ]}
        />
        <ToldFailure />
      </div>
    </Dialog>
  );
}
