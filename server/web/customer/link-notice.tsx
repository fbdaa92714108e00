import { Button } from '../../../shared/ui/button.tsx';
import { systemClock } from '../../../shared/ui/clock.ts';
import { failureWords } from '../../../shared/ui/failure-words.ts';
import { Link } from '../../../shared/ui/link.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { useElapsed } from '../../../shared/ui/use-countdown.ts';
import { texts } from '../texts/customer.ts';
import type { CustomerModel } from './customer-model.ts';

/** A link that comes back within this time is not worth a word. */
const SAID_AFTER_MS = 2000;

/** Says in words that the connection is away, for how long, and what can be done. Nothing while all is well. */
export function LinkNotice({ model }: { model: CustomerModel }) {
  const link = model.link.value;
  if (link.at === 'refused')
    return link.error.code === 'protocol-mismatch' ? <Outdated /> : <Refused text={failureWords(link.error)} />;
  const trouble = model.trouble.value;
  if (link.at === 'open' && trouble !== undefined) {
    return (
      <div class="link-notice" role="status">
        <Notice>{failureWords(trouble)}</Notice>
      </div>
    );
  }
  return link.at === 'lost' ? <Lost since={link.since} onRetry={model.retryNow} /> : null;
}

/** Only a fresh page speaks the server's version: {@link loadAnewByItself} may have left it to the customer. */
function Outdated() {
  const action = <Button onClick={() => location.reload()}>{texts.link.loadAnew}</Button>;
  return (
    <div class="link-notice">
      <Notice kind="danger" alert action={action}>
        {texts.link.otherVersion}
      </Notice>
    </div>
  );
}

function Refused({ text }: { text: string }) {
  return (
    <div class="link-notice">
      <Notice kind="danger" alert>
        {text}
      </Notice>
    </div>
  );
}

function Lost({ since, onRetry }: { since: number; onRetry: () => void }) {
  // Read for its ticking: the words count whole seconds.
  useElapsed(since);
  const lostMs = systemClock.now() - since;
  if (lostMs < SAID_AFTER_MS) return null;
  return (
    <div class="link-notice">
      <span class="rh-unseen" role="status">
        {texts.link.gone}
      </span>
      <Notice action={<Link onClick={onRetry}>{texts.link.retry}</Link>}>
        {texts.link.lost(Math.floor(lostMs / 1000))}
      </Notice>
    </div>
  );
}
