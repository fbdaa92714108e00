/** A receipt as lines: what was done, and what was written. Pure. */
import { CircleHelp, ClipboardX, FilePlus2, FileText, MessageSquare } from 'lucide';
import { isToolScope } from '../../../../shared/contract/consent.ts';
import type { ConsentAsk } from '../../../../shared/contract/consent.ts';
import { toolTexts } from '../../texts/customer-tools.ts';
import type { LogEntry } from '../../../../shared/contract/session-log.ts';
import type { ChainFault } from '../../../../shared/contract/receipt-chain.ts';
import { byteSize } from '../../../../shared/ui/byte-size.ts';
import { duration } from '../../../../shared/ui/format-time.ts';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { receiptTexts as words } from '../../texts/customer-receipt.ts';
import { customerHands } from '../../texts/customer-session.ts';
import { firstName } from '../first-name.ts';
import { isForCustomers } from '../session/chat-lines.ts';
import { logWords } from '../session/log-words.ts';
import type { LogWords } from '../session/log-words.ts';
import type { ReadEntry, ReadItem, ReadReceipt, ReceiptSummary } from './read-receipt.ts';

/** What is wrong with a line, if anything is. */
export type LineFault = ChainFault['is'];

/** Something that was done, one line for each entry. */
export interface DoneLine extends LogWords {
  readonly seq: number;
  /** `undefined` for an entry that is gone. */
  readonly at: number | undefined;
  /** At the line's end, such as `used 16:30`. */
  readonly end: string;
  readonly fault: LineFault | undefined;
}

/** A message. */
export interface WrittenLine {
  readonly seq: number;
  readonly at: number;
  readonly who: string;
  readonly text: string;
  readonly fault: LineFault | undefined;
}

export interface ReceiptLines {
  readonly done: readonly DoneLine[];
  readonly written: readonly WrittenLine[];
}

/** Every item stands in one of the two lists; what cannot be read stands among what was done. */
export function receiptLines({ items, head }: ReadReceipt, faults: readonly ChainFault[]): ReceiptLines {
  const done: DoneLine[] = [];
  const written: WrittenLine[] = [];
  const faultOf = new Map(faults.map(({ seq, is }) => [seq, is]));
  let owner = head?.summary.reps[0] ?? '';
  items.forEach((item, place) => {
    const { seq, entry } = item;
    const fault = faultOf.get(seq);
    const message = entry === undefined ? undefined : messageOf(entry);
    if (entry !== undefined && givesOwner(entry)) owner = entry.by.name;
    if (message !== undefined) written.push({ ...message, seq, fault });
    else done.push({ ...doneWords(item, owner), seq, at: entry?.at, end: endOf(items, place, head?.summary), fault });
  });
  return { done, written };
}

/** From here on it is this rep's session, of whom the program on the computer speaks. */
function givesOwner({ known }: ReadEntry): boolean {
  return known?.kind === 'handed-over' || (known?.kind === 'joined' && known.role === 'rep');
}

function messageOf({ known, by, at }: ReadEntry): Omit<WrittenLine, 'seq' | 'fault'> | undefined {
  if (known?.kind !== 'chat') return undefined;
  return { at, who: by.kind === 'rep' ? safeName(by.name) : words.you, text: known.text };
}

function doneWords({ entry }: ReadItem, owner: string): LogWords {
  if (entry === undefined) return { icon: ClipboardX, tone: 'danger', who: '', rest: words.gone };
  const { known, kind } = entry;
  if (known === undefined || !isForCustomers(known))
    return { icon: CircleHelp, tone: 'plain', who: '', rest: words.unknown(safeName(kind, 40)) };
  switch (known.kind) {
    case 'chat':
      return { icon: MessageSquare, tone: 'plain', who: '', rest: '' };
    case 'file': {
      const who = known.by.kind === 'rep' ? safeName(known.by.name) : words.you;
      return {
        icon: FileText,
        tone: 'plain',
        who,
        rest: words.sentFile(safeName(known.name, 80), byteSize(known.bytes), known.by.kind === 'rep'),
      };
    }
    case 'requested': {
      const about = [known.incident ?? '', known.reason].filter((part) => part !== '').join(': ');
      const rest = words.asked(safeName(known.channel, 60), safeName(about, 120));
      return { icon: FilePlus2, tone: 'plain', who: words.you, rest };
    }
    default:
      return { ...logWords(known, owner), ...afterwards(known, owner) };
  }
}

/** What the log says as it happens, in the words of afterwards. */
function afterwards(entry: LogEntry, owner: string): Partial<LogWords> {
  switch (entry.kind) {
    case 'asked':
      return {
        rest: askedFor(entry.ask),
      };
    case 'screen-shown':
      return { rest: words.afterwards.saw[entry.route] };
    case 'screen-hidden':
      return { rest: words.afterwards.notSeen };
    case 'resumed':
      return { rest: words.afterwards.resumed(firstName(owner)) };
    default:
      return {};
  }
}

function askedFor({ scope, devices }: ConsentAsk): string {
  if (isToolScope(scope)) return words.afterwards.askedTool(toolTexts.words[scope].name);
  return scope === 'view' ? words.afterwards.askedView : words.afterwards.askedControl(customerHands[devices]);
}

/** How long what was granted was used, and how long the own hand held on. */
function endOf(items: readonly ReadItem[], place: number, summary: ReceiptSummary | undefined): string {
  const known = items[place]?.entry?.known;
  if (known?.kind === 'granted') {
    const grant = summary?.grants.find(({ at, scope }) => at === known.at && scope === known.scope);
    if (grant === undefined || isToolScope(grant.scope)) return '';
    return grant.usedMs === 0 ? words.unused : words.used(duration(grant.usedMs));
  }
  if (known?.kind === 'paused') {
    const end = items.slice(place + 1).find(({ entry }) => entry !== undefined && endsPause.has(entry.kind));
    return end?.entry === undefined ? '' : duration(end.entry.at - known.at);
  }
  return '';
}

const endsPause: ReadonlySet<string> = new Set(['resumed', 'withdrawn', 'expired', 'granted', 'host-left', 'ended']);
