import { useState } from 'preact/hooks';
import type { SessionHead } from '../../shared/contract/session.ts';
import { Button } from '../../shared/ui/button.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { waysInTexts } from '../texts/ways-in-en.ts';
import { useView } from '../view/view-context.ts';
import './ways-in.css';

/** Somebody of an unexpected name has used the code: the rep says whether they come in. */
export function Knock({ head }: { head: SessionHead }) {
  const { orders } = useView();
  const [answering, setAnswering] = useState<'yes' | 'no'>();
  const knock = head.door?.knock ?? null;
  if (knock === null) return null;
  const words = waysInTexts.knock;
  const answer = async (given: 'yes' | 'no') => {
    setAnswering(given);
    await orders.give('codes.admit', { session: head.id, letIn: given === 'yes' });
    setAnswering(undefined);
  };
  return (
    <section class="ext-knock" role="alertdialog" aria-label={words.title(safeName(knock.name))}>
      <p class="ext-knock-name" dir="auto">
        {words.title(safeName(knock.name))}
      </p>
      <p class="rh-soft">{words.text}</p>
      <div class="ext-knock-answers">
        <Button busy={answering === 'no'} busyText={words.refusing} onClick={() => void answer('no')}>
          {words.refuse}
        </Button>
        <Button kind="primary" busy={answering === 'yes'} busyText={words.lettingIn} onClick={() => void answer('yes')}>
          {words.letIn}
        </Button>
      </div>
    </section>
  );
}
