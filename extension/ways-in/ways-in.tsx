import { Copy, MessageSquareText, RefreshCw } from 'lucide';
import { useState } from 'preact/hooks';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import type { SessionHead } from '../../shared/contract/session.ts';
import { Button, LinkButton } from '../../shared/ui/button.tsx';
import { calendarDay, clockTime } from '../../shared/ui/format-time.ts';
import { IconButton } from '../../shared/ui/icon-button.tsx';
import { waysInTexts } from '../texts/ways-in-en.ts';
import { useView } from '../view/view-context.ts';
import { CodeFace, useWaysIn } from './code-face.tsx';
import { SendGuide } from '../session/send-guide.tsx';
import { Knock } from './knock.tsx';
import { smsAddress, wholeMessage } from './pass-on.ts';
import type { WayIn } from './pass-on.ts';
import { PasteIntoChat } from './paste-into-chat.tsx';
import { copyWith } from './copy-with.ts';
import './ways-in.css';

type WaysInProps = {
  head: SessionHead;
  /** The mail address that is known already; empty for none. */
  guideTo?: string | undefined;
  /** Puts a sentence into the composer of a chat. Left out where there is no composer at hand. */
  onPaste?: ((session: SessionId, sentence: string) => void) | undefined;
};

/** Everything by which a customer can come into a session that waits, each with the ways to pass it on. */
export function WaysIn({ head, guideTo = '', onPaste }: WaysInProps) {
  const { orders } = useView();
  // Told here, because the toast lies under the dialog.
  const [note, setNote] = useState('');
  const copy = copyWith(setNote);
  const { ways } = useWaysIn(head);
  const words = waysInTexts;
  const { code } = head;
  const link = head.door?.link ?? null;
  const message = wholeMessage(ways);
  return (
    <div class="ext-ways">
      <Knock head={head} />
      <section class="ext-code" aria-label={words.label('')}>
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
          <Button kind="quiet" icon={RefreshCw} onClick={() => void orders.give('codes.another', { session: head.id })}>
            {words.another}
          </Button>
        </div>
      </section>
      <ul class="ext-ways-list">
        {ways.map((way) => (
          <WayRow key={way.key} way={way} onCopy={copy} onPaste={onPaste} />
        ))}
      </ul>
      <p class="rh-faint ext-ways-life">
        {link === null ? words.linkGone : words.linkLife(calendarDay(link.expiresAt), clockTime(link.expiresAt))}
      </p>
      <div class="ext-ways-send">
        {code !== null && <SendGuide session={head.id} firstTo={guideTo} />}
        <LinkButton kind="quiet" icon={MessageSquareText} href={smsAddress(message)} target="_blank">
          {words.sms}
        </LinkButton>
      </div>
      <p class="ext-ways-note" role="status">
        {note}
      </p>
    </div>
  );
}

type WayRowProps = Pick<WaysInProps, 'onPaste'> & { way: WayIn; onCopy: (text: string) => void };

function WayRow({ way, onCopy, onPaste }: WayRowProps) {
  const words = waysInTexts;
  return (
    <li class="ext-way">
      <div class="ext-way-words">
        <b>{words[way.key]}</b>
        <span class="ext-way-address rh-soft" title={way.address}>
          {way.address}
        </span>
      </div>
      <IconButton icon={Copy} label={words.copyOf[way.key]} onClick={() => onCopy(way.address)} />
      {onPaste !== undefined && (
        <PasteIntoChat label={words.pasteOf[way.key]} onPaste={(session) => onPaste(session, way.sentence)} />
      )}
    </li>
  );
}
