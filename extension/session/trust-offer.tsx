import { useState } from 'preact/hooks';
import type { SessionSummary } from '../../shared/contract/session-log.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Section } from '../../shared/ui/section.tsx';
import { invitationTexts } from '../texts/invitations-en.ts';
import { firstName } from '../view/first-name.ts';
import { useFetched } from '../view/use-fetched.tsx';
import { useView } from '../view/view-context.ts';
import './trust-offer.css';

const words = invitationTexts.trust;

/** After a session with a code: whether this customer may ask the rep directly next time. Nothing after others. */
export function TrustOffer({ summary: { session, customer } }: { summary: SessionSummary }) {
  const { desk, orders } = useView();
  const [isAgreeing, setAgreeing] = useState(false);
  const fetched = useFetched(() => orders.ask('trusts.of', { session }), [session, desk.trustNews.value]);
  const standing = fetched.value?.standing;
  if (standing === undefined || !standing.possible) return null;
  const name = firstName(customer);
  const isAgreed = standing.customer && standing.rep;
  const agree = async () => {
    setAgreeing(true);
    const answer = await orders.give('trusts.agree', { session });
    setAgreeing(false);
    if (answer !== undefined) fetched.replace(answer);
  };
  return (
    <Section title={isAgreed ? words.agreed : words.title}>
      <div class="ext-trust">
        {!isAgreed && <p class="ext-facts-none">{words.text(name)}</p>}
        {standing.rep ? (
          <p role="status">{isAgreed ? words.both(name) : words.waits(name)}</p>
        ) : (
          <>
            {standing.customer && <p role="status">{words.theirs(name)}</p>}
            <Button busy={isAgreeing} busyText={words.agreeing} onClick={() => void agree()}>
              {words.agree(name)}
            </Button>
          </>
        )}
      </div>
    </Section>
  );
}
