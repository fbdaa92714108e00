import { useState } from 'preact/hooks';
import type { QueuePlace } from '../../../../shared/contract/customer-contract.ts';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { ordinal } from '../../../../shared/ui/format-time.ts';
import { Link } from '../../../../shared/ui/link.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { PageShell } from '../../../../shared/ui/page-shell.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { StatusShape } from '../../../../shared/ui/status.tsx';
import { texts } from '../../texts/customer.ts';
import { PageLink } from '../page-link.tsx';
import type { CustomerModel } from '../customer-model.ts';
import { EndingNotices } from '../ended/ending-notices.tsx';
import { LinkNotice } from '../link-notice.tsx';
import type { NotePlayer } from '../note-player.ts';
import { pageFrame } from '../page-frame.tsx';
import { statusKinds } from '../request/channel-cards.tsx';
import { useAction } from '../use-action.ts';
import { ChangeRequest } from './change-request.tsx';
import { LineDrawing } from './line-drawing.tsx';
import { YourRequest } from './your-request.tsx';
import './waiting.css';

const words = texts.waiting;

type WaitingPageProps = { model: CustomerModel; place: QueuePlace; note: NotePlayer; organisation: string };

/** The place in line, live. */
export function WaitingPage({ model, place, note, organisation }: WaitingPageProps) {
  const [isChanging, setChanging] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const leaving = useAction();

  const leave = () =>
    leaving.run(async () => {
      await model.server.call('requests.leave', {});
      model.enter({ at: 'start' });
    });

  return (
    <PageShell
      {...pageFrame(organisation)}
      headEnd={<PageLink href="/connect">{texts.haveCode}</PageLink>}
      aside={
        <YourRequest
          place={place}
          onChange={isChanging ? undefined : () => setChanging(true)}
          onLeave={() => setLeaving(true)}
        />
      }
    >
      <LinkNotice model={model} />
      <EndingNotices model={model} />
      <section class="waiting-card" aria-labelledby="your-place">
        <p class="waiting-status">
          <StatusShape kind={statusKinds[place.channelStatus]} />
          {words.status[place.channelStatus](safeName(place.channelName))}
        </p>
        {/* The place is read aloud when it changes, and nothing else of the card */}
        <h1 id="your-place" class="waiting-place" aria-live="polite">
          {words.title(ordinal(place.position))}
        </h1>
        <p class="waiting-words">
          <WaitWords place={place} /> <Elsewhere note={note} />
        </p>
        <LineDrawing place={place} />
      </section>
      {isChanging && <ChangeRequest model={model} place={place} onDone={() => setChanging(false)} />}
      {isLeaving && (
        <Dialog
          title={words.leaveQuestion}
          harmless={words.stay}
          onHarmless={() => setLeaving(false)}
          act={words.leave}
          actKind="danger"
          acting={leaving.isBusy}
          actingText={words.leaving}
          onAct={leave}
        >
          <p>{words.leaveText}</p>
          {leaving.failure !== undefined && (
            <Notice kind="danger" alert>
              {leaving.failure}
            </Notice>
          )}
        </Dialog>
      )}
    </PageShell>
  );
}

function WaitWords({ place: { wait, channelStatus } }: { place: QueuePlace }) {
  if (channelStatus === 'offline') return <>{words.nobodyThere}</>;
  if (wait === null) return <>{words.unknown}</>;
  const range = words.range(wait.fromMinutes, wait.toMinutes);
  return (
    <>
      {range.before}
      <b>{range.minutes}</b>
      {range.after}
    </>
  );
}

/** Whether one may look elsewhere meanwhile: a sound is promised only where there will be one. */
function Elsewhere({ note }: { note: NotePlayer }) {
  const sound = note.sound.value;
  return (
    <>
      <span role="status">{words.elsewhere[sound]}</span>{' '}
      {sound === 'off' && <Link onClick={note.switchOn}>{words.switchSoundOn}</Link>}
    </>
  );
}
