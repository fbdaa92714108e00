/** What each entry of the log says to the customer: an icon, who did it, and the rest of the sentence. Pure. */
import {
  ArrowRightLeft,
  AppWindow,
  Ban,
  CircleAlert,
  Clock,
  Download,
  ExternalLink,
  Eye,
  EyeOff,
  Globe,
  Hand,
  Monitor,
  MonitorOff,
  MousePointer2,
  Phone,
  PhoneCall,
  PhoneMissed,
  PhoneOff,
  Play,
  Presentation,
  ThumbsUp,
  Trash2,
  Undo2,
  Unplug,
  UserRoundCheck,
  UserRoundX,
  Video,
} from 'lucide';
import { isToolScope } from '../../../../shared/contract/consent.ts';
import type { ConsentScope, StandingAsk } from '../../../../shared/contract/consent.ts';
import type { IconNode } from '../../../../shared/ui/icon.tsx';
import { duration } from '../../../../shared/ui/format-time.ts';
import { scopeOfUse } from '../../../../shared/contract/tool-use.ts';
import { toolIcons } from '../../../../shared/ui/tool-icons.ts';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { callTexts } from '../../texts/customer-call.ts';
import { texts } from '../../texts/customer.ts';
import { customerMemberTexts as members } from '../../texts/customer-members.ts';
import { pageTexts } from '../../texts/customer-pages.ts';
import { toolTexts } from '../../texts/customer-tools.ts';
import { whiteboardTexts } from '../../texts/customer-whiteboard.ts';
import { firstName } from '../first-name.ts';
import type { HappenedEntry } from './chat-lines.ts';

export interface LogWords {
  readonly icon: IconNode;
  /** `consent` for everything about being seen or controlled. */
  readonly tone: 'plain' | 'consent' | 'danger';
  /** The strong words at the beginning, safe to show; none when nobody did it. */
  readonly who: string;
  readonly rest: string;
}

const words = texts.log;
const calls = callTexts.log;
const MINUTE_MS = 60_000;

/** `owner` is the rep's name, for what the host reports about them. */
export function logWords(entry: HappenedEntry, owner: string): LogWords {
  const rep = firstName(entry.by.kind === 'rep' ? entry.by.name : owner);
  const isRep = entry.by.kind === 'rep';
  switch (entry.kind) {
    case 'joined':
      if (entry.role === 'customer') return plain(UserRoundCheck, words.you, words.youJoined);
      return plain(UserRoundCheck, safeName(entry.by.name), entry.role === 'rep' ? words.joined : members.joined);
    case 'rep-lost':
      return plain(Unplug, firstName(entry.rep), words.repLost);
    case 'rep-left':
      return plain(UserRoundX, safeName(entry.rep), members.left[entry.how]);
    case 'handed-over':
      return { ...plain(ArrowRightLeft, safeName(entry.by.name), goesOn(entry, rep)), ...(entry.keeps ? live : {}) };
    case 'hands-given':
      return consent(MousePointer2, safeName(entry.to), members.handsGiven);
    case 'back-in-line':
      return plain(Undo2, safeName(entry.rep), members.backInLine);
    case 'asked':
      return consent(Hand, rep, askedFor(entry.ask));
    case 'unasked':
      return plain(Undo2, rep, words.unasked);
    case 'call-asked':
      return plain(entry.media === 'video' ? Video : Phone, isRep ? rep : words.you, calls.asked(isRep, entry.media));
    case 'call-accepted':
      return plain(PhoneCall, isRep ? rep : words.you, calls.accepted(isRep));
    case 'call-declined':
      return plain(PhoneMissed, isRep ? rep : words.you, calls.declined(isRep));
    case 'call-ended':
      return callEnded(entry, isRep ? rep : words.you);
    case 'agreed':
      return consent(ThumbsUp, words.you, words.agreed);
    case 'fetched':
      return plain(Download, words.you, words.fetched);
    case 'page-suggested':
      return plain(Globe, rep, pageTexts.log.suggested(entry.address));
    case 'page-opened':
      return plain(ExternalLink, words.you, pageTexts.log.opened);
    case 'page-declined':
      return plain(Ban, words.you, pageTexts.log.declined);
    case 'host-joined':
      return plain(Monitor, '', words.hostJoined(safeName(entry.facts.computer, 40)));
    case 'host-failed':
      return plain(MonitorOff, '', words.hostFailed[entry.reason]);
    case 'host-removed':
      return plain(Trash2, '', words.hostRemoved(entry.removal));
    case 'host-left':
      return plain(MonitorOff, '', words.hostLeft[entry.reason]);
    case 'launch-asked':
      return consent(AppWindow, rep, words.launchAsked(safeName(entry.launch.name, 60)));
    case 'launch-unasked':
      return plain(Undo2, rep, words.unasked);
    case 'launch-settled': {
      const isAnswer = entry.outcome === 'done' || entry.outcome === 'refused';
      const rest = words.launchSettled[entry.outcome](safeName(entry.launch.name, 60));
      return consent(entry.outcome === 'done' ? AppWindow : Ban, isAnswer ? words.you : '', rest);
    }
    case 'tool-used':
      return consent(toolIcons[scopeOfUse[entry.use.did]], rep, toolTexts.used(entry.use));
    case 'granted': {
      const time = grantedTime(entry.at, entry.until);
      if (isToolScope(entry.scope))
        return consent(toolIcons[entry.scope], words.allowed, toolTexts.words[entry.scope].granted(rep, time));
      const granted =
        entry.scope === 'view' ? words.granted.view(rep, time) : words.granted.control(rep, entry.devices, time);
      return consent(entry.scope === 'view' ? Eye : MousePointer2, words.allowed, granted);
    }
    case 'refused':
      return consent(Ban, words.you, scopeWords('refused', entry.scope));
    case 'withdrawn':
      return isRep
        ? consent(EyeOff, rep, scopeWords('gaveBack', entry.scope))
        : consent(EyeOff, words.you, scopeWords('withdrawn', entry.scope));
    case 'expired':
      return consent(Clock, '', scopeWords('expired', entry.scope));
    case 'screen-shown':
      return consent(Eye, rep, words.shown[entry.route]);
    case 'screen-hidden':
      return consent(EyeOff, '', words.hidden);
    case 'paused':
      return consent(Hand, words.you, words.paused[entry.hand]);
    case 'resumed':
      return consent(Play, '', words.resumed(rep));
    case 'whiteboard-asked':
    case 'whiteboard-accepted':
    case 'whiteboard-declined':
    case 'whiteboard-closed':
      return plain(Presentation, isRep ? rep : words.you, whiteboardTexts.log[entry.kind](isRep));
    case 'ended':
      return ended(entry, isRep ? rep : words.you);
    default:
      return entry satisfies never;
  }
}

/** What the rep asks for, now. */
function askedFor({ scope, devices, isRecorded }: StandingAsk): string {
  if (isRecorded === true) return toolTexts.recorded.asked;
  if (isToolScope(scope)) return toolTexts.words[scope].asked;
  return scope === 'view' ? words.askedView : words.askedControl(devices);
}

function scopeWords(which: 'refused' | 'gaveBack' | 'withdrawn' | 'expired', scope: ConsentScope): string {
  return isToolScope(scope) ? toolTexts.words[scope][which] : words[which][scope];
}

const live = { tone: 'consent' } as const;

/** Who it was before, what the next one may do now, and whether both stay. */
function goesOn(
  { account, by, from, keeps, stays }: Extract<HappenedEntry, { kind: 'handed-over' }>,
  rep: string,
): string {
  if (account === by.account) return members.goesOnAgain;
  const [before, sentences] = [firstName(from), [members.goesOn(firstName(from))]];
  if (keeps) sentences.push(members.keeps(before, rep));
  if (stays) sentences.push(members.stays);
  return sentences.join(' ');
}

function callEnded({ reason, durationMs, by }: Extract<HappenedEntry, { kind: 'call-ended' }>, who: string): LogWords {
  const isOver = reason === 'hung-up' || reason === 'lost';
  return plain(
    isOver ? PhoneOff : PhoneMissed,
    by.kind === 'system' ? '' : who,
    calls.ended[reason](duration(durationMs), by.kind === 'rep'),
  );
}

function ended({ reason, by }: Extract<HappenedEntry, { kind: 'ended' }>, who: string): LogWords {
  const isByPerson = reason === 'finished' || reason === 'feels-wrong';
  return {
    icon: reason === 'feels-wrong' ? CircleAlert : PhoneOff,
    tone: reason === 'feels-wrong' ? 'danger' : 'plain',
    who: isByPerson ? who : '',
    rest: reason === 'finished' && by.kind !== 'rep' ? words.endedByYou : words.ended[reason],
  };
}

function grantedTime(at: number, until: number | null): string {
  return until === null ? words.wholeSession : words.until(Math.max(1, Math.round((until - at) / MINUTE_MS)));
}

function plain(icon: IconNode, who: string, rest: string): LogWords {
  return { icon, tone: 'plain', who, rest };
}

function consent(icon: IconNode, who: string, rest: string): LogWords {
  return { icon, tone: 'consent', who, rest };
}
