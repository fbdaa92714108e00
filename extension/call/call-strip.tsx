import { AppWindow, Mic, MicOff, Phone, PhoneOff, Video } from 'lucide';
import type { SessionHead } from '../../shared/contract/session.ts';
import { Button } from '../../shared/ui/button.tsx';
import { CallAsk } from '../../shared/ui/call/call-ask.tsx';
import { IconButton } from '../../shared/ui/icon-button.tsx';
import { safeName } from '../../shared/ui/safe-text.ts';
import { useElapsed } from '../../shared/ui/use-countdown.ts';
import { openViewerWindow } from '../platform/viewer-window.ts';
import { callTexts } from '../texts/calls-en.ts';
import { firstName } from '../view/first-name.ts';
import { useView } from '../view/view-context.ts';
import { callPlace } from './call-place.ts';

type CallStripProps = {
  head: SessionHead;
  /** This is the session's window, in which calls run. */
  isWindow?: boolean;
  /** The call runs in this very window, which shows all of it. */
  runsHere?: boolean;
};

/** What a rep sees of a call outside of the call itself: who asks, that it runs, and how to stop it. Nothing without one. */
export function CallStrip({ head, isWindow = false, runsHere = false }: CallStripProps) {
  const { desk, calls } = useView();
  const { call } = head;
  if (call === undefined) return null;
  const name = firstName(head.customer.name);
  const rep = safeName(call.repName ?? '');
  const isBusy = calls.isBusy.value;
  const place = callPlace(head, desk.call.value, desk.desk.value?.account.id);
  switch (place) {
    case 'none':
      return null;
    case 'asked':
      return (
        <CallAsk
          media={call.media}
          title={callTexts.asks[call.media](name)}
          text={isWindow ? undefined : callTexts.answersInWindow}
        >
          <Button quietKey="Alt H" busy={isBusy} onClick={() => void calls.decline(head)}>
            {callTexts.notNow}
          </Button>
          {call.media === 'video' && (
            <Button quietKey="Alt K" busy={isBusy} icon={Video} onClick={() => void calls.answer(head, true)}>
              {callTexts.withCamera}
            </Button>
          )}
          <Button
            kind="primary"
            quietKey="Alt T"
            busy={isBusy}
            icon={Phone}
            onClick={() => void calls.answer(head, false)}
          >
            {call.media === 'video' ? callTexts.withoutCamera : callTexts.answer}
          </Button>
        </CallAsk>
      );
    case 'asking':
      return (
        <CallAsk media={call.media} title={callTexts.calling(name)}>
          <Button quietKey="Alt H" busy={isBusy} onClick={() => void calls.withdraw(head)}>
            {callTexts.takeBack}
          </Button>
        </CallAsk>
      );
    case 'others-asking':
      return <CallAsk media={call.media} title={callTexts.othersCalling(rep, name)} />;
    case 'others-talking':
      return (
        <CallAsk media={call.media} title={callTexts.othersTalk(rep, name)}>
          <Since since={call.since} />
        </CallAsk>
      );
    case 'elsewhere':
      // Hung up here, and not yet by the server.
      return isBusy ? null : (
        <CallAsk media={call.media} title={callTexts.elsewhere(name)}>
          <Since since={call.since} />
          <Button quietKey="Alt T" busy={isBusy} onClick={() => void calls.talkHere(head)}>
            {callTexts.talkHere}
          </Button>
          <HangUp head={head} />
        </CallAsk>
      );
    case 'here':
      return runsHere ? null : <RunsInWindow head={head} name={name} />;
    default:
      return place satisfies never;
  }
}

function RunsInWindow({ head, name }: { head: SessionHead; name: string }) {
  const { desk, calls } = useView();
  const { call } = head;
  const own = desk.call.value;
  if (call === undefined || own === null) return null;
  return (
    <CallAsk media={call.media} title={own.isOpen ? callTexts.talking(name) : callTexts.opening(name)}>
      <Since since={call.since} />
      <IconButton
        icon={own.muted ? MicOff : Mic}
        label={own.muted ? callTexts.unmute : callTexts.mute}
        keyHint="Alt M"
        onClick={() => calls.toggleMuted(head)}
      />
      <IconButton
        icon={AppWindow}
        label={callTexts.showWindow}
        keyHint="Alt O"
        onClick={() => void openViewerWindow(head.id)}
      />
      <HangUp head={head} />
    </CallAsk>
  );
}

function HangUp({ head }: { head: SessionHead }) {
  const { calls } = useView();
  return (
    <Button
      kind="danger-filled"
      icon={PhoneOff}
      quietKey="Alt H"
      busy={calls.isBusy.value}
      onClick={() => void calls.hangUp(head)}
    >
      {callTexts.hangUp}
    </Button>
  );
}

function Since({ since }: { since: number | null }) {
  const { desk } = useView();
  const elapsed = useElapsed(since ?? desk.clock.now(), desk.clock);
  return <span class="rh-numbers rh-soft">{since === null ? '' : elapsed}</span>;
}
