import { Copy, RefreshCw, Send, X } from 'lucide';
import type { SessionHead } from '../../shared/contract/session.ts';
import { Button } from '../../shared/ui/button.tsx';
import { IconButton } from '../../shared/ui/icon-button.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { waysInTexts } from '../texts/ways-in-en.ts';
import { useView } from '../view/view-context.ts';
import { CodeFace } from './code-face.tsx';
import { copyWith } from './copy-with.ts';
import { Knock } from './knock.tsx';
import './ways-in.css';

/** A session that waits, on Home: its code at a glance, and the dialog with all ways in one press away. */
export function CodeCard({ head, onPassOn }: { head: SessionHead; onPassOn: () => void }) {
  const { orders } = useView();
  const words = waysInTexts;
  const { code } = head;
  const copy = copyWith(orders.tell);
  return (
    <>
      <Knock head={head} />
      <section class="ext-code" aria-label={words.label(safeName(head.customer.name))}>
        <CodeFace head={head} />
        <div class="ext-code-ways">
          <Button
            kind="quiet"
            icon={Copy}
            aria-label={words.copyCode}
            disabledReason={code === null ? words.gone : undefined}
            onClick={() => code !== null && copy(code.code)}
          >
            {words.copy}
          </Button>
          <Button kind="quiet" icon={Send} onClick={onPassOn}>
            {words.show}
          </Button>
          <Button
            kind="quiet"
            icon={RefreshCw}
            aria-label={words.another}
            onClick={() => void orders.give('codes.another', { session: head.id })}
          >
            {words.anotherShort}
          </Button>
          <IconButton
            icon={X}
            label={words.giveUp}
            onClick={() => void orders.give('sessions.end', { session: head.id })}
          />
        </div>
      </section>
    </>
  );
}
