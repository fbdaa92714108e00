import { Phone, Video } from 'lucide';
import type { SessionHead } from '../../shared/contract/session.ts';
import { IconButton } from '../../shared/ui/icon-button.tsx';
import { deniedWords } from '../session/denied-tool.ts';
import { texts } from '../texts/en.ts';
import { callTexts } from '../texts/calls-en.ts';
import { firstName } from '../view/first-name.ts';
import { useView } from '../view/view-context.ts';

/** Beside Send: call the customer, by voice or with camera. */
export function CallTools({ head }: { head: SessionHead }) {
  const { desk, calls } = useView();
  const name = firstName(head.customer.name);
  const because =
    deniedWords(desk.desk.value?.rights, 'chat') ??
    (head.state === 'live' ? busyWords(head) : texts.chat.nobodyYet(name));
  return (
    <>
      <IconButton
        icon={Phone}
        label={callTexts.tools.voice(name)}
        keyHint="Alt T"
        disabledReason={because}
        onClick={() => void calls.ask(head, 'voice')}
      />
      <IconButton
        icon={Video}
        label={callTexts.tools.video(name)}
        keyHint="Alt K"
        disabledReason={because}
        onClick={() => void calls.ask(head, 'video')}
      />
    </>
  );
}

function busyWords({ call }: SessionHead): string | undefined {
  if (call === undefined) return undefined;
  return call.since === null ? callTexts.tools.asking : callTexts.tools.running;
}
