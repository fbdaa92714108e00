import { Mail } from 'lucide';
import { useState } from 'preact/hooks';
import type { SessionId } from '../../shared/contract/identifiers.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { invitationTexts } from '../texts/invitations-en.ts';
import { useView } from '../view/view-context.ts';
import './send-guide.css';

const words = invitationTexts.guide;

/** Sends by mail how to connect; where the server sends none, the text is shown to be copied. */
export function SendGuide({ session, firstTo = '' }: { session: SessionId; firstTo?: string }) {
  const { orders } = useView();
  const [isOpen, setOpen] = useState(firstTo !== '');
  const [to, setTo] = useState(firstTo);
  const [isSending, setSending] = useState(false);
  const [unsentText, setUnsentText] = useState<string>();
  if (!isOpen) {
    return (
      <Button kind="quiet" icon={Mail} onClick={() => setOpen(true)}>
        {words.mail}
      </Button>
    );
  }
  const send = async () => {
    setSending(true);
    const answer = await orders.give('codes.sendGuide', { session, to });
    setSending(false);
    if (answer === undefined) return;
    if (!answer.sent) return setUnsentText(answer.text);
    orders.tell(words.sent(safeName(to)));
    setOpen(false);
    setTo('');
  };
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      orders.tell(words.copied);
    } catch {
      // The browser keeps the clipboard to itself while the panel has no focus: the text can be selected.
      orders.tell(words.notCopied, 'failure');
    }
  };
  return (
    <form
      class="ext-guide"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextInput label={words.to} type="email" value={to} onValue={setTo} maxLength={254} required autocomplete="off" />
      {unsentText !== undefined && (
        <>
          <p class="rh-soft">{words.noMail}</p>
          <pre class="ext-guide-text">{unsentText}</pre>
        </>
      )}
      <div class="ext-guide-ways">
        {unsentText === undefined ? (
          <Button type="submit" kind="primary" busy={isSending} busyText={words.sending}>
            {words.send}
          </Button>
        ) : (
          <Button kind="primary" onClick={() => void copy(unsentText)}>
            {words.copy}
          </Button>
        )}
        <Button onClick={() => setOpen(false)}>{words.cancel}</Button>
      </div>
    </form>
  );
}
