/** What each entry of the session log says to a rep. Pure: words come from the locale file, whole sentences only. */
import {
  ArrowRightLeft,
  AppWindow,
  Ban,
  DoorOpen,
  Download,
  ExternalLink,
  Eye,
  Flag,
  Globe,
  Hand,
  Hourglass,
  LogOut,
  MonitorOff,
  MonitorSmartphone,
  MousePointer2,
  Presentation,
  Phone,
  PhoneCall,
  PhoneMissed,
  PhoneOff,
  Trash2,
  Undo2,
  Unplug,
  UserRoundPlus,
  UserRoundX,
  Video,
} from 'lucide';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import { isToolScope } from '../../shared/contract/consent.ts';
import type { ConsentScope } from '../../shared/contract/consent.ts';
import { scopeOfUse } from '../../shared/contract/tool-use.ts';
import type { IconNode } from '../../shared/ui/icon.tsx';
import { toolIcons } from '../../shared/ui/tool-icons.ts';
import { toolTexts } from '../texts/host-tools-en.ts';
import { duration } from '../../shared/ui/format-time.ts';
import { safeName } from '../../shared/ui/safe-text.ts';
import { texts } from '../texts/en.ts';
import type { Sentence } from '../texts/log-en.ts';
import { memberTexts } from '../texts/members-en.ts';
import { whiteboardTexts } from '../texts/whiteboard-en.ts';
import { firstName } from '../view/first-name.ts';

const members = memberTexts.log;

/** How one line of the log is drawn. */
export interface LogWords {
  readonly icon: IconNode;
  readonly tone: 'plain' | 'consent' | 'danger';
  readonly sentence: Sentence;
}

/** Chat and files are no lines: they are bubbles. */
export type LineEntry = Exclude<LogEntry, { kind: 'chat' | 'file' }>;

/** `customer` is the customer's name; `pausedMs` how long a pause lasted, once it is over. */
export function logWords(entry: LineEntry, customer: string, pausedMs?: number): LogWords {
  const name = firstName(customer);
  const by = firstName(entry.by.name);
  const words = texts.log;
  switch (entry.kind) {
    case 'requested':
      return plain(Flag, words.requested(name, safeName(entry.channel), subjectOf(entry)));
    case 'joined':
      return plain(DoorOpen, entry.role === 'guest' ? members.joined(by) : words.joined(by));
    case 'rep-lost':
      return plain(Unplug, words.repLost(firstName(entry.rep)));
    case 'invited':
      return plain(UserRoundPlus, members.invited(by, firstName(entry.to), entry.hands));
    case 'transfer-asked':
      return plain(ArrowRightLeft, members.transferAsked(by, safeName(entry.to), entry.is));
    case 'not-taken':
      return plain(UserRoundX, members.notTaken(safeName(entry.to), entry.what, entry.how));
    case 'rep-left':
      return plain(
        UserRoundX,
        entry.how === 'left' ? members.left(firstName(entry.rep)) : members.removed(by, firstName(entry.rep)),
      );
    case 'handed-over': {
      const from = entry.account === entry.by.account ? '' : firstName(entry.from);
      return (entry.keeps ? consent : plain)(ArrowRightLeft, members.handedOver(by, from, entry));
    }
    case 'hands-asked':
      return consent(MousePointer2, members.handsAsked(by));
    case 'hands-given':
      return consent(MousePointer2, members.handsGiven(by, firstName(entry.to)));
    case 'back-in-line':
      return plain(Undo2, members.backInLine(firstName(entry.rep), safeName(entry.channel)));
    case 'asked':
      return consent(iconFor(entry.ask.scope), words.asked(by, entry.ask));
    case 'unasked':
      return consent(Undo2, words.unasked(by));
    case 'call-asked':
      return plain(entry.media === 'video' ? Video : Phone, words.callAsked(by, entry.media));
    case 'call-accepted':
      return plain(PhoneCall, words.callAccepted(by));
    case 'call-declined':
      return plain(PhoneMissed, words.callDeclined(by));
    case 'call-ended':
      return plain(
        entry.reason === 'hung-up' || entry.reason === 'lost' ? PhoneOff : PhoneMissed,
        words.callEnded(by, entry.reason, duration(entry.durationMs)),
      );
    case 'agreed':
      return consent(iconFor(entry.ask.scope), words.agreed(name, entry.ask.scope));
    case 'fetched':
      return plain(Download, words.fetched(name));
    case 'page-suggested':
      return plain(Globe, words.pageSuggested(by, entry.address));
    case 'page-opened':
      return plain(ExternalLink, words.pageOpened(name));
    case 'page-declined':
      return plain(Ban, words.pageDeclined(name));
    case 'host-joined':
      return plain(MonitorSmartphone, words.hostJoined(safeName(entry.facts.computer), safeName(entry.facts.platform)));
    case 'host-failed':
      return plain(MonitorOff, words.hostFailed(entry.reason));
    case 'host-removed':
      return plain(Trash2, words.hostRemoved(entry.removal));
    case 'host-left':
      return plain(LogOut, words.hostLeft(entry.reason));
    case 'launch-asked':
      return consent(AppWindow, words.launchAsked(by, safeName(entry.launch.name)));
    case 'launch-unasked':
      return consent(Undo2, words.unasked(by));
    case 'launch-settled':
      return consent(
        entry.outcome === 'done' ? AppWindow : Ban,
        words.launchSettled(name, safeName(entry.launch.name), entry.outcome),
      );
    case 'tool-used':
      return consent(iconFor(scopeOfUse[entry.use.did]), toolTexts.used(entry.use));
    case 'system-kept':
      return consent(iconFor('system-information'), toolTexts.kept(by, entry.category));
    case 'granted':
      return consent(iconFor(entry.scope), words.granted(name, entry.scope, entry.devices, minutes(entry)));
    case 'refused':
      return consent(Ban, words.refused(name, entry.scope));
    case 'withdrawn':
      return consent(
        Undo2,
        entry.place === 'viewer' ? words.gaveBack(by, entry.scope) : words.withdrawn(name, entry.scope),
      );
    case 'expired':
      return consent(Hourglass, words.expired(entry.scope));
    case 'screen-shown':
      return consent(Eye, words.screenShown(entry.route));
    case 'screen-hidden':
      return consent(Eye, words.screenHidden());
    case 'paused':
      return consent(Hand, words.paused(entry.hand, pausedMs));
    case 'resumed':
      return consent(MousePointer2, words.resumed());
    case 'whiteboard-asked':
    case 'whiteboard-accepted':
    case 'whiteboard-declined':
    case 'whiteboard-closed':
      return plain(Presentation, whiteboardTexts.log[entry.kind](by));
    case 'ended':
      return {
        icon: Flag,
        tone: entry.reason === 'feels-wrong' ? 'danger' : 'plain',
        sentence: words.ended(by, entry.reason),
      };
    default:
      return entry satisfies never;
  }
}

function plain(icon: IconNode, sentence: Sentence): LogWords {
  return { icon, tone: 'plain', sentence };
}

function consent(icon: IconNode, sentence: Sentence): LogWords {
  return { icon, tone: 'consent', sentence };
}

function iconFor(scope: ConsentScope): IconNode {
  if (isToolScope(scope)) return toolIcons[scope];
  return scope === 'view' ? Eye : MousePointer2;
}

function minutes(entry: { at: number; until: number | null }): number | null {
  return entry.until === null ? null : Math.round((entry.until - entry.at) / 60_000);
}

/** The catalogued reason before the customer's own words, unless those only repeat it. */
function subjectOf({ incident, reason }: Extract<LogEntry, { kind: 'requested' }>): string {
  const kind = incident ?? '';
  return safeName(kind === '' || kind.endsWith(reason) ? kind || reason : `${kind}. ${reason}`);
}
