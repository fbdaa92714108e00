import { useRef } from 'preact/hooks';
import type { SessionHead } from '../../shared/contract/session.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import { ChatLog } from '../../shared/ui/chat-log.tsx';
import { Composer } from '../../shared/ui/composer.tsx';
import type { Unsent } from '../port/view-state.ts';
import { texts } from '../texts/en.ts';
import { firstName } from '../view/first-name.ts';
import { useView } from '../view/view-context.ts';
import { deniedWords } from './denied-tool.ts';
import { chatLines } from './chat-lines.ts';
import { ComposerTools } from './composer-tools.tsx';
import type { Drafts } from './drafts.ts';
import { HeldPictures } from './held-pictures.tsx';
import { AudienceMenu } from '../members/audience-menu.tsx';
import { memberTexts } from '../texts/members-en.ts';
import { LogLines } from './log-lines.tsx';
import { BoardQuestion } from '../whiteboard/board-question.tsx';
import { SlashList } from './slash-list.tsx';
import { withOffer, withSlash } from './slash-menu.ts';
import type { SlashOffer } from './slash-menu.ts';
import { WaitingFiles, waitingFiles } from './waiting-files.tsx';
import { useSlash } from './use-slash.ts';

/** The running log of a session with all that was said and done, and what is on its way. */
export function SessionLogView({
  head,
  entries,
  unsent,
}: {
  head: SessionHead;
  entries: readonly LogEntry[];
  unsent: readonly Unsent[];
}) {
  const view = useView();
  const { desk } = view;
  const { queued, lost } = waitingFiles(view, head.id);
  const lines = chatLines(entries, unsent, desk.desk.value?.account.id);
  const typing = desk.typing.value.find(({ session }) => session === head.id);
  const last = lines.at(-1);
  return (
    <ChatLog
      label={texts.chat.label(firstName(head.customer.name))}
      endKey={`${last?.key ?? 0} ${queued.length + lost.length}`}
      endIsMine={queued.length > 0 || last?.is === 'unsent' || (last !== undefined && 'isMine' in last && last.isMine)}
      typing={typing === undefined ? undefined : texts.chat.typing(firstName(typing.name))}
    >
      <LogLines entries={entries} unsent={unsent} customer={head.customer.name} readByCustomer={head.read.customer} />
      <BoardQuestion head={head} entries={entries} />
      <WaitingFiles session={head.id} />
    </ChatLog>
  );
}

type SessionComposerProps = {
  head: SessionHead;
  entries: readonly LogEntry[];
  drafts: Drafts;
  /** A note for reps is to be written; missing where there is no room for one. */
  onNote?: () => void;
};

/** Where the rep writes to the customer. The text stays with its session. */
export function SessionComposer({ head, entries, drafts, onNote }: SessionComposerProps) {
  const { desk, orders } = useView();
  const field = useRef<HTMLTextAreaElement>(null);
  const name = firstName(head.customer.name);
  const rep = desk.desk.value?.account.displayName ?? '';
  const names = { customer: head.customer.name, rep, channel: head.channelName };
  const draft = drafts.of(head.id);
  const audience = drafts.audienceOf(head.id);
  const pick = (offer: SlashOffer) => drafts.set(head.id, withOffer(draft, offer, names));
  const slash = useSlash(draft, [...desk.shortcuts.value, ...desk.shared.value], pick);
  const openSlash = () => {
    drafts.set(head.id, withSlash(draft));
    field.current?.focus();
  };
  const recall = () => {
    const me = desk.desk.value?.account.id;
    const last = entries.findLast((entry) => entry.kind === 'chat' && entry.by.account === me);
    if (last?.kind !== 'chat') return;
    // What was for representatives only is not for everybody the second time.
    drafts.recall(head.id, last.text, last.audience);
  };
  const send = async (text: string) => {
    const writer = desk.desk.value?.account.id;
    // First it is on its way, and then no draft any more: whatever breaks between the two, it is in one place at least.
    const message = drafts.messageOf(head.id, text);
    const writing = orders.give('chat.write', message);
    drafts.sent(head.id);
    const taken = await writing;
    // Nobody took it, because the link owner was being made anew: it goes back to where it was written, if its writer is still here.
    if (taken === undefined && desk.desk.value?.account.id === writer) drafts.putBack(message);
  };
  const closedBecause =
    deniedWords(desk.desk.value?.rights, 'chat') ??
    (head.state === 'waiting-code' ? texts.chat.nobodyYet(name) : undefined);
  return (
    <div class="ext-slash-place">
      {slash.offers.length > 0 && <SlashList {...slash} names={names} onPick={pick} />}
      <HeldPictures session={head.id} audience={audience} canSend={closedBecause === undefined} />
      <Composer
        inputRef={field}
        label={audience === 'reps' ? memberTexts.audience.replyToReps : texts.chat.replyTo(name)}
        value={draft}
        popup={slash.popup}
        onOtherKey={slash.onKey}
        onValue={(text) => drafts.set(head.id, text)}
        onTyping={() => drafts.typed(head.id)}
        onRecall={recall}
        onSend={(text) => void send(text)}
        repsOnly={audience === 'reps'}
        audience={<AudienceMenu audience={audience} onAudience={(next) => drafts.setAudience(head.id, next)} />}
        tools={
          <ComposerTools
            head={head}
            audience={audience}
            onShortcuts={openSlash}
            draft={draft}
            onDraft={(text) => drafts.set(head.id, text)}
            onNote={onNote}
          />
        }
        disabledReason={closedBecause}
      />
    </div>
  );
}
