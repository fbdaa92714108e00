import { Phone, Video } from 'lucide';
import type { SessionHead } from '../../../../shared/contract/session.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { CallAsk } from '../../../../shared/ui/call/call-ask.tsx';
import { CallBar } from '../../../../shared/ui/call/call-bar.tsx';
import type { Clock } from '../../../../shared/ui/clock.ts';
import { IconButton } from '../../../../shared/ui/icon-button.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { callTexts } from '../../texts/customer-call.ts';
import { firstName } from '../first-name.ts';
import { useAction } from '../use-action.ts';
import type { CallDesk } from './call-desk.ts';

type CallPartProps = { desk: CallDesk | undefined; session: SessionHead };

/** Above the chat: the call that runs, here or in another tab. Nothing while nobody talks. */
export function RunningCall({ desk, session, clock }: CallPartProps & { clock: Clock }) {
  const ending = useAction();
  const { call } = session;
  if (desk === undefined || call === undefined || call.since === null) return null;
  const model = desk.current.value;
  const failure = ending.failure !== undefined && (
    <Notice kind="danger" alert>
      {ending.failure}
    </Notice>
  );
  // Hung up here, and not yet by the server.
  if (model === undefined && ending.isBusy) return null;
  if (model === undefined)
    return (
      <div class="link-notice">
        <Notice
          kind="info"
          action={
            <Button quietKey="Alt T" onClick={() => desk.takeHere()}>
              {callTexts.talkHere}
            </Button>
          }
        >
          {callTexts.elsewhere}
        </Notice>
      </div>
    );
  return (
    <>
      <CallBar
        model={model}
        name={otherName(session)}
        since={call.since}
        clock={clock}
        isEnding={ending.isBusy}
        onMuted={(muted) => desk.setMuted(muted)}
        onCamera={(on) => desk.setCamera(on)}
        onHangUp={() => ending.run(() => desk.hangUp())}
      />
      {failure}
    </>
  );
}

/** Below the chat: the rep asks to talk, or is being called. */
export function CallQuestion({ desk, session }: CallPartProps) {
  const answering = useAction();
  const { call } = session;
  const failure = answering.failure ?? desk?.failure.value;
  const unheard = failure !== undefined && (
    <Notice kind="danger" alert>
      {failure}
    </Notice>
  );
  if (desk === undefined || (call !== undefined && call.since !== null)) return null;
  if (call === undefined) return <>{unheard}</>;
  const rep = otherName(session);
  const isBusy = answering.isBusy;
  const run = (work: () => Promise<void>) => () => answering.run(work);
  return (
    <>
      {call.askedBy === 'customer' ? (
        <CallAsk media={call.media} title={callTexts.asked(rep)}>
          <Button quietKey="Alt H" busy={isBusy} onClick={run(() => desk.withdraw())}>
            {callTexts.takeBack}
          </Button>
        </CallAsk>
      ) : (
        <CallAsk
          media={call.media}
          title={callTexts.ask[call.media](rep)}
          text={isSecureContext ? callTexts.ask.text : callTexts.ask.insecure}
        >
          <Button quietKey="Alt H" busy={isBusy} onClick={run(() => desk.decline())}>
            {callTexts.ask.notNow}
          </Button>
          {call.media === 'video' && isSecureContext && (
            <Button quietKey="Alt K" busy={isBusy} icon={Video} onClick={run(() => desk.answer(true))}>
              {callTexts.ask.withCamera}
            </Button>
          )}
          <Button kind="primary" quietKey="Alt T" busy={isBusy} icon={Phone} onClick={run(() => desk.answer(false))}>
            {call.media === 'video' && isSecureContext ? callTexts.ask.withoutCamera : callTexts.ask.answer}
          </Button>
        </CallAsk>
      )}
      {unheard}
    </>
  );
}

/** Beside Send: ask the rep to talk. */
export function CallTools({ desk, session }: CallPartProps) {
  const asking = useAction();
  const rep = firstName(session.owner.displayName);
  const { call } = session;
  const because =
    call === undefined ? undefined : call.since === null ? callTexts.tools.asking : callTexts.tools.running;
  const ask = (media: 'voice' | 'video') => () => desk !== undefined && asking.run(() => desk.ask(media));
  return (
    <>
      <IconButton
        icon={Phone}
        label={callTexts.tools.voice(rep)}
        keyHint="Alt T"
        disabledReason={because}
        onClick={ask('voice')}
      />
      <IconButton
        icon={Video}
        label={callTexts.tools.video(rep)}
        keyHint="Alt K"
        disabledReason={because}
        onClick={ask('video')}
      />
    </>
  );
}

/** The rep who calls or talks; the session's own one while nobody else does. */
function otherName({ call, owner }: SessionHead): string {
  return firstName(call?.repName ?? owner.displayName);
}
