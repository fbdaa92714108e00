import type { SessionHead } from '../../../../shared/contract/session.ts';
import type { LogEntry } from '../../../../shared/contract/session-log.ts';
import { Bubble } from '../../../../shared/ui/bubble.tsx';
import { ChatFile, QueuedFileBubble } from '../../../../shared/ui/chat-file.tsx';
import { ChatLog } from '../../../../shared/ui/chat-log.tsx';
import { clockTime } from '../../../../shared/ui/format-time.ts';
import { LogLine } from '../../../../shared/ui/log-line.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { texts } from '../../texts/customer.ts';
import type { CustomerModel } from '../customer-model.ts';
import { firstName } from '../first-name.ts';
import { BoardQuestion } from '../whiteboard/board-question.tsx';
import type { UnsentMessage } from '../unsent-messages.ts';
import { chatLines } from './chat-lines.ts';
import type { ChatLine } from './chat-lines.ts';
import { logWords } from './log-words.ts';
import { useReadMark } from './use-read-mark.ts';

const words = texts.session;

type SessionLogProps = { model: CustomerModel; session: SessionHead };

/** Everything that was said and done, and what is on its way. */
export function SessionLog({ model, session }: SessionLogProps) {
  // Here and not in the page: beneath a whiteboard nobody reads.
  useReadMark(model);
  const entries = model.entries.value;
  const unsent = model.unsent.value.filter((message) => message.session === session.id);
  const { queue } = model.files;
  const queued = queue.files.value.filter((file) => file.session === session.id);
  const last = entries.at(-1);
  const typing = model.typing.value;
  return (
    <ChatLog
      label={words.log(safeName(session.owner.displayName))}
      endKey={`${last?.seq ?? 0} ${unsent.length} ${queued.length}`}
      endIsMine={unsent.length + queued.length > 0 || isOwnWord(last)}
      typing={typing === undefined ? undefined : words.typing(firstName(typing))}
    >
      {chatLines(entries).map((line) => (
        <Line key={line.entry.seq} line={line} session={session} model={model} />
      ))}
      {unsent.map((message) => (
        <Unsent key={message.clientId} message={message} />
      ))}
      <BoardQuestion model={model} session={session} />
      {queued.map((file) => (
        <QueuedFileBubble key={file.clientId} file={file} queue={queue} />
      ))}
    </ChatLog>
  );
}

function isOwnWord(entry: LogEntry | undefined): boolean {
  return entry?.by.kind === 'customer' && (entry.kind === 'chat' || entry.kind === 'file');
}

function Line({ line, session, model }: { line: ChatLine; session: SessionHead; model: CustomerModel }) {
  const { entry } = line;
  const time = clockTime(entry.at);
  const state = entry.seq <= session.read.reps ? 'read' : 'sent';
  switch (line.is) {
    case 'request': {
      const { reason, message } = line.entry;
      const subject = message === '' ? undefined : reason;
      return <Bubble from="me" author={words.you} subject={subject} text={message || reason} {...{ time, state }} />;
    }
    case 'message': {
      const { text, by } = line.entry;
      const said = { text, time, continues: line.continues };
      if (by.kind !== 'rep') return <Bubble from="me" author={words.you} state={state} {...said} />;
      const face = by.account === session.owner.account ? session.owner.picture : null;
      const avatar = { name: by.name, pictureUrl: face ?? undefined };
      return <Bubble from="them" author={by.name} avatar={avatar} {...said} />;
    }
    case 'file': {
      const isMine = entry.by.kind === 'customer';
      return <ChatFile entry={line.entry} from={isMine ? 'me' : 'them'} isMine={isMine} desk={model.files.desk} />;
    }
    case 'event': {
      const { icon, tone, who, rest } = logWords(line.entry, session.owner.displayName);
      return (
        <LogLine icon={icon} kind={tone} time={time} times={line.times}>
          {who !== '' && <b>{who} </b>}
          {rest}
        </LogLine>
      );
    }
    default:
      return line satisfies never;
  }
}

function Unsent({ message: { text, at, failure } }: { message: UnsentMessage }) {
  const state = failure === undefined ? 'sending' : 'failed';
  return (
    <>
      <Bubble from="me" author={words.you} text={text} time={clockTime(at)} state={state} />
      {failure !== undefined && <p class="chat-failure">{words.failedMessage(failure)}</p>}
    </>
  );
}
