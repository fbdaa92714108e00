import type { SessionHead } from '../../shared/contract/session.ts';
import { spacedCode } from '../../shared/ui/code-digits.ts';
import { timeLeft } from '../../shared/ui/format-time.ts';
import { OutsideText } from '../../shared/ui/outside-text.tsx';
import { Progress } from '../../shared/ui/progress.tsx';
import { QrCode } from '../../shared/ui/qr-code.tsx';
import { waysInTexts } from '../texts/ways-in-en.ts';
import { useNow } from '../view/use-now.ts';
import { useView } from '../view/view-context.ts';
import { waysIn } from './pass-on.ts';
import type { WayIn } from './pass-on.ts';
import './ways-in.css';

/** A code is good for this long, in ms. */
const CODE_LIVES_MS = 600_000;

/** The ways into a session that are open now, kept true as time passes. */
export function useWaysIn(head: SessionHead): { readonly ways: readonly WayIn[]; readonly now: number } {
  const { desk } = useView();
  const now = useNow(desk.clock);
  return { ways: waysIn(head, desk.desk.value?.origin ?? '', now), now };
}

/** A connection code to tell: six digits, how long they hold, and the link for a phone to be scanned. */
export function CodeFace({ head }: { head: SessionHead }) {
  const { ways, now } = useWaysIn(head);
  const words = waysInTexts;
  const { code } = head;
  const isLive = code !== null && code.expiresAt > now;
  const phone = ways.find(({ key }) => key === 'phone');
  const isAtTheDoor = (head.door?.knock ?? null) !== null;
  return (
    <>
      <div class="ext-code-face">
        <div class="ext-code-words">
          <p class="ext-code-name">
            {head.customer.name === '' ? words.forAnybody : <OutsideText text={head.customer.name} />}
          </p>
          <p class="ext-code-digits" data-gone={code !== null && !isLive}>
            {code === null ? words.none : spacedCode(code.code)}
          </p>
          <p class="rh-soft rh-numbers">
            {isLive ? words.waiting(timeLeft(code.expiresAt, now)) : isAtTheDoor ? words.used : words.gone}
          </p>
        </div>
        {phone !== undefined && <QrCode text={phone.address} label={words.qr} />}
      </div>
      {isLive && <Progress label={words.life} value={code.expiresAt - now} max={CODE_LIVES_MS} />}
    </>
  );
}
