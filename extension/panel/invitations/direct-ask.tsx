import { useState } from 'preact/hooks';
import { OfferCard } from '../../../shared/ui/offer-card.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { invitationTexts as words } from '../../texts/invitations-en.ts';
import { useView } from '../../view/view-context.ts';
import { usePanel } from '../panel-context.ts';

/** A customer who trusts this rep asks for them by name: only this rep sees it, in whichever room. */
export function DirectAsk() {
  const { desk, orders } = useView();
  const panel = usePanel();
  const [isAccepting, setAccepting] = useState(false);
  const asked = desk.invitations.value.find(({ kind, helper }) => kind === 'direct' && helper === null);
  if (asked === undefined) return null;
  const accept = async () => {
    setAccepting(true);
    const go = panel.wayFromHere();
    const answer = await orders.give('invitations.take', { invitation: asked.id });
    setAccepting(false);
    if (answer !== undefined) go(answer.session.id);
  };
  return (
    <div class="ext-offer-place">
      <OfferCard
        name={safeName(asked.name)}
        line={words.direct}
        message={asked.message}
        words={{ accept: words.accept, pass: words.pass, accepting: words.accepting }}
        accepting={isAccepting}
        onAccept={() => void accept()}
        onPass={() => void orders.give('invitations.pass', { invitation: asked.id })}
        clock={desk.clock}
      />
    </div>
  );
}
