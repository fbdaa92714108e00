import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { QueuePlace } from '../../../../shared/contract/customer-contract.ts';
import type { SessionHead } from '../../../../shared/contract/session.ts';
import { whiteboardStanding } from '../../../../shared/contract/whiteboard-standing.ts';
import { Composer } from '../../../../shared/ui/composer.tsx';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { PageShell } from '../../../../shared/ui/page-shell.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { texts } from '../../texts/customer.ts';
import { CallQuestion, RunningCall } from '../call/call-part.tsx';
import { useCallDesk } from '../call/use-call-desk.ts';
import type { CustomerModel } from '../customer-model.ts';
import { firstName } from '../first-name.ts';
import { noDraft } from '../unsent-messages.ts';
import { LinkNotice } from '../link-notice.tsx';
import { pageFrame } from '../page-frame.tsx';
import { serverClock } from '../server-clock.ts';
import { BoardAndChat } from '../whiteboard/board-and-chat.tsx';
import { ComposerTools } from './composer-tools.tsx';
import { OpenQuestion } from './open-question.tsx';
import { OwnerNotice } from './owner-notice.tsx';
import { useSessionActions } from './session-actions.ts';
import { PageQuestion } from './page-question.tsx';
import { SessionAside } from './session-aside.tsx';
import { SessionBand } from './session-band.tsx';
import { SessionLog } from './session-log.tsx';
import './session.css';

const words = texts.session;

type SessionPageProps = {
  model: CustomerModel;
  session: SessionHead;
  /** In line for another rep. */
  place: QueuePlace | null;
  organisation: string;
};

/** The chat with the rep, what they may do, and the ways to stop it. */
export function SessionPage({ model, session, place, organisation }: SessionPageProps) {
  const text = model.draft.value.session === session.id ? model.draft.value.text : '';
  const setText = (next: string) => {
    model.keepDraft(next === '' ? noDraft : { session: session.id, text: next });
  };
  const [isEnding, setEnding] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const calls = useCallDesk(model, session.id);
  const actions = useSessionActions(model, session);
  const offsetMs = model.clockOffsetMs.value;
  const clock = useMemo(() => serverClock(offsetMs), [offsetMs]);
  const rep = firstName(session.owner.displayName);
  useEffect(() => {
    // On a phone the keyboard would rise over what has been written.
    if (matchMedia('(pointer: fine)').matches) field.current?.focus();
  }, []);
  useEffect(() => {
    // The button that was pressed has gone with its question: the keyboard goes on in the field, not at the page's top.
    if (document.activeElement === document.body && matchMedia('(pointer: fine)').matches) field.current?.focus();
  }, [session.ask === null, session.screen, session.call?.since]);
  const { organisation: head, language } = pageFrame(organisation);

  return (
    <PageShell
      organisation={{ ...head, href: undefined }}
      language={language}
      layout="chat"
      aside={<SessionAside session={session} actions={actions} clock={clock} onEnd={() => setEnding(true)} />}
    >
      <h1 class="rh-unseen">{words.log(safeName(session.owner.displayName))}</h1>
      <LinkNotice model={model} />
      {model.link.value.at === 'open' && <OwnerNotice session={session} place={place} onEnd={() => setEnding(true)} />}
      <SessionBand session={session} clock={clock} />
      <RunningCall desk={calls} session={session} clock={clock} />
      <BoardAndChat model={model} session={session} isOpen={whiteboardStanding(model.entries.value) === 'open'}>
        <SessionLog model={model} session={session} />
      </BoardAndChat>
      <PageQuestion model={model} session={session} />
      <CallQuestion desk={calls} session={session} />
      <OpenQuestion
        model={model}
        session={session}
        organisation={organisation}
        actions={actions}
        // The field stands behind the question until that has folded.
        onAskFirst={() => requestAnimationFrame(() => field.current?.focus())}
      />
      <Composer
        label={words.write(rep)}
        value={text}
        inputRef={field}
        onValue={setText}
        onTyping={model.tellTyping}
        onSend={(message) => {
          model.write(message);
          setText('');
        }}
        tools={<ComposerTools model={model} session={session} calls={calls} />}
      />
      {isEnding && (
        <Dialog
          title={words.endQuestion(rep)}
          harmless={words.goOn}
          onHarmless={() => setEnding(false)}
          act={words.end}
          actKind="danger"
          acting={actions.ending.isBusy}
          actingText={words.endingNow}
          onAct={actions.end}
        >
          <p>{words.endText}</p>
          {actions.ending.failure !== undefined && (
            <Notice kind="danger" alert>
              {actions.ending.failure}
            </Notice>
          )}
        </Dialog>
      )}
    </PageShell>
  );
}
