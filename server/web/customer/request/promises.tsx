import { Hand, Lock } from 'lucide';
import { Icon } from '../../../../shared/ui/icon.tsx';
import { Steps } from '../../../../shared/ui/steps.tsx';
import { texts } from '../../texts/customer.ts';
import { reservationTexts } from '../../texts/customer-reservation.ts';

/** What happens next, in line or with a call, and what never happens. */
export function Promises({ isReserving }: { isReserving: boolean }) {
  const words = texts.request;
  return (
    <>
      <h2>{words.next}</h2>
      <Steps label={words.next} steps={isReserving ? reservationTexts.steps : words.steps} />
      <hr />
      <p class="aside-line">
        <Icon icon={Hand} size={18} />
        {words.stopAnyTime}
      </p>
      <p class="aside-line">
        <Icon icon={Lock} size={18} />
        {words.neverAsk}
      </p>
    </>
  );
}
