import { Copy, Link as LinkIcon, RefreshCw, X } from 'lucide';
import type { SessionHead } from '../../shared/contract/session.ts';
import { Button } from '../../shared/ui/button.tsx';
import { spacedCode } from '../../shared/ui/code-digits.ts';
import { timeLeft } from '../../shared/ui/format-time.ts';
import { IconButton } from '../../shared/ui/icon-button.tsx';
import { OutsideText } from '../../shared/ui/outside-text.tsx';
import { Progress } from '../../shared/ui/progress.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { texts } from '../texts/en.ts';
import { useNow } from '../view/use-now.ts';
import { useView } from '../view/view-context.ts';
import { SendGuide } from './send-guide.tsx';
import './code-card.css';

/** A code is good for this long, in ms. */
const CODE_LIVES_MS = 600_000;

/** A connection code to tell: six digits, how long they hold, and ways to pass them on. */
export function CodeCard({ head }: { head: SessionHead }) {
  const { desk, orders } = useView();
  const now = useNow(desk.clock);
  const words = texts.code;
  const { code } = head;
  const isLive = code !== null && code.expiresAt > now;
  const copy = async (text: string, done: string) => {
    try {
      await navigator.clipboard.writeText(text);
      orders.tell(done);
    } catch {
      // The browser keeps the clipboard to itself while the panel has no focus: the code can still be read out.
      orders.tell(words.notCopied, 'failure');
    }
  };
  return (
    <section class="ext-code" aria-label={words.label(safeName(head.customer.name))}>
      <div class="ext-code-words">
        <p class="ext-code-name">
          <OutsideText text={head.customer.name} />
        </p>
        <p class="ext-code-digits" data-gone={!isLive}>
          {code === null ? words.none : spacedCode(code.code)}
        </p>
        <p class="rh-soft rh-numbers">{isLive ? words.waiting(timeLeft(code.expiresAt, now)) : words.gone}</p>
      </div>
      {isLive && <Progress label={words.life} value={code.expiresAt - now} max={CODE_LIVES_MS} />}
      <div class="ext-code-ways">
        {isLive && (
          <>
            <Button kind="quiet" icon={Copy} onClick={() => void copy(code.code, words.copied)}>
              {words.copy}
            </Button>
            <Button
              kind="quiet"
              icon={LinkIcon}
              onClick={() => void copy(connectAddress(desk.desk.value?.origin), words.linkCopied)}
            >
              {words.link}
            </Button>
          </>
        )}
        {isLive && <SendGuide session={head.id} />}
        <Button kind="quiet" icon={RefreshCw} onClick={() => void orders.give('codes.another', { session: head.id })}>
          {words.another}
        </Button>
        <IconButton
          icon={X}
          label={words.cancel}
          onClick={() => void orders.give('sessions.end', { session: head.id })}
        />
      </div>
    </section>
  );
}

/* The page where the code is typed. The code itself stays out of addresses: they end up in histories and logs. */
function connectAddress(origin = ''): string {
  return `${origin}/connect`;
}
