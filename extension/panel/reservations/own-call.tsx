import { Check, PhoneMissed } from 'lucide';
import type { Reservation } from '../../../shared/contract/reservation.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { reservationTexts } from '../../texts/reservations-en.ts';
import { useView } from '../../view/view-context.ts';
import { CodeCard } from '../../ways-in/code-card.tsx';
import { usePanel } from '../panel-context.ts';

const words = reservationTexts.mine;

/** The call that this rep makes at the moment: whom, the code to tell, and what came of it when no code is typed. */
export function OwnCall({ reservation }: { reservation: Reservation }) {
  const { desk, orders } = useView();
  const panel = usePanel();
  const { id, name, phone, email, reason, message, calling } = reservation;
  const head = desk.sessions.value.find((open) => open.head.id === calling?.session)?.head;
  const lines = [
    { term: words.email, text: email },
    { term: words.reason, text: reason },
    { term: words.message, text: message },
  ].filter(({ text }) => text !== '');
  return (
    <section class="ext-own-call" aria-label={words.title(safeName(name))}>
      <h2 class="ext-reservations-title">{words.title(safeName(name))}</h2>
      <p class="rh-soft">{words.how}</p>
      <dl class="ext-own-call-facts">
        <div>
          <dt>{words.phone}</dt>
          <dd>
            <Link href={`tel:${phone.replaceAll(/[^+0-9]/g, '')}`}>{safeName(phone)}</Link>
          </dd>
        </div>
        {lines.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>
              <OutsideText text={text} />
            </dd>
          </div>
        ))}
      </dl>
      {head?.state === 'waiting-code' && <CodeCard head={head} onPassOn={() => panel.showWaysIn(head.id)} />}
      <div class="ext-own-call-ways">
        <Button icon={PhoneMissed} onClick={() => void orders.give('reservations.missed', { reservation: id })}>
          {words.noAnswer}
        </Button>
        <Button icon={Check} kind="quiet" onClick={() => void orders.give('reservations.done', { reservation: id })}>
          {words.helped}
        </Button>
      </div>
    </section>
  );
}
