import { Bubble } from '../../shared/ui/bubble.tsx';
import { ChatFile } from '../../shared/ui/chat-file.tsx';
import { clockTime } from '../../shared/ui/format-time.ts';
import { Link } from '../../shared/ui/link.tsx';
import { LogLine } from '../../shared/ui/log-line.tsx';
import { safeText } from '../../shared/ui/safe-text.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import type { Unsent } from '../port/view-state.ts';
import { texts } from '../texts/en.ts';
import { useView } from '../view/view-context.ts';
import { chatLines } from './chat-lines.ts';
import type { ChatLine } from './chat-lines.ts';
import { logWords } from './log-words.ts';
import './log-lines.css';

type LogLinesProps = {
  entries: readonly LogEntry[];
  unsent?: readonly Unsent[] | undefined;
  /** The customer's name. */
  customer: string;
  /** The last entry that the customer has read; the whole log unless said. */
  readByCustomer?: number | undefined;
};

/** Everything that was said and done, in order, and what is on its way. */
export function LogLines({ entries, unsent = [], customer, readByCustomer = Infinity }: LogLinesProps) {
  const { desk } = useView();
  return (
    <>
      {chatLines(entries, unsent, desk.desk.value?.account.id).map((line) => (
        <Line key={line.key} line={line} customer={customer} readByCustomer={readByCustomer} />
      ))}
    </>
  );
}

type LineProps = { line: ChatLine; customer: string; readByCustomer: number };

function Line({ line, customer, readByCustomer }: LineProps) {
  const { orders, files } = useView();
  if (line.is === 'event') {
    const { icon, tone, sentence } = logWords(line.entry, customer, line.pausedMs);
    return (
      <>
        <LogLine icon={icon} kind={tone} time={clockTime(line.entry.at)} times={line.times}>
          {/* Names, reasons and what a computer calls itself stand in these sentences: none of it is trusted. */}
          {sentence.strong !== undefined && <b>{safeText(sentence.strong)} </b>}
          {sentence.rest !== undefined && safeText(sentence.rest)}
        </LogLine>
        {line.entry.kind === 'requested' && line.entry.message !== '' && (
          <Bubble from="them" author={customer} text={line.entry.message} time={clockTime(line.entry.at)} />
        )}
      </>
    );
  }
  if (line.is === 'file') {
    const from = line.entry.by.kind === 'rep' ? 'me' : 'them';
    return <ChatFile entry={line.entry} from={from} isMine={line.isMine} desk={files.desk} />;
  }
  if (line.is === 'message') {
    const { entry, isMine, continues } = line;
    const state = entry.seq <= readByCustomer ? 'read' : 'sent';
    return (
      <Bubble
        from={entry.by.kind === 'rep' ? 'me' : 'them'}
        author={entry.by.name}
        showAuthor={entry.by.kind === 'rep' && !isMine}
        text={entry.text}
        time={clockTime(entry.at)}
        state={isMine ? state : undefined}
        continues={continues}
        repsOnly={entry.audience === 'reps'}
      />
    );
  }
  const { message } = line;
  return (
    <>
      <Bubble
        from="me"
        author={texts.chat.me}
        text={message.text}
        repsOnly={message.audience === 'reps'}
        time={clockTime(message.at)}
        state={message.failure === null ? 'sending' : 'failed'}
      />
      {message.failure !== null && (
        <p class="ext-chat-failure">
          {message.failure}{' '}
          <Link onClick={() => void orders.give('chat.discard', { clientId: message.clientId })}>
            {texts.chat.discard}
          </Link>
        </p>
      )}
    </>
  );
}
