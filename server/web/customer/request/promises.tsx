import { Hand, Lock } from 'lucide';
import { Icon } from '../../../../shared/ui/icon.tsx';
import { Steps } from '../../../../shared/ui/steps.tsx';
import { texts } from '../../texts/customer-en.ts';

/** What happens next, and what never happens. */
export function Promises() {
  const words = texts.request;
  return (
    <>
      <h2>{words.next}</h2>
      <Steps label={words.next} steps={words.steps} />
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
