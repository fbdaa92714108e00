import { Button } from '../../../shared/ui/button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { useElapsed } from '../../../shared/ui/use-countdown.ts';
import { texts } from '../texts/customer-en.ts';
import type { CustomerModel } from './customer-model.ts';

/** Says in words that the connection is away, for how long, and what can be done. Nothing while all is well. */
export function LinkNotice({ model }: { model: CustomerModel }) {
  const link = model.link.value;
  if (link.at === 'refused') {
    return (
      <Notice kind="danger" alert>
        {texts.link.refused(link.error.message)}
      </Notice>
    );
  }
  return link.at === 'lost' ? <Lost since={link.since} onRetry={model.retryNow} /> : null;
}

function Lost({ since, onRetry }: { since: number; onRetry: () => void }) {
  // Read for its ticking: the words count whole seconds.
  useElapsed(since);
  const seconds = Math.floor((Date.now() - since) / 1000);
  if (seconds < 2) return null;
  return <Notice action={<Button onClick={onRetry}>{texts.link.retry}</Button>}>{texts.link.lost(seconds)}</Notice>;
}
