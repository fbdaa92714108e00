/** What each entry of a session's log says to whoever reads it later. Names that come in have been made safe to show already. */
import type { CallEnd } from '../../../shared/contract/call.ts';
import type { ConsentScope, ControlDevices } from '../../../shared/contract/consent.ts';
import type { AskEnd } from '../../../shared/contract/member.ts';
import type { Launch, LaunchOutcome } from '../../../shared/contract/launch.ts';
import type { Removal } from '../../../shared/contract/removal.ts';
import type { EndReason, Hand, HostFailure, LogEntry } from '../../../shared/contract/session-log.ts';
import { duration } from '../../../shared/ui/format-time.ts';
import { byteSize } from '../../../shared/ui/byte-size.ts';
import { toolUsed, toolsInside } from './admin-tools-en.ts';

type EntryOf<Kind extends LogEntry['kind']> = Extract<LogEntry, { kind: Kind }>;

const devices: Record<ControlDevices, string> = {
  both: 'mouse and keyboard',
  pointer: 'the mouse',
  keyboard: 'the keyboard',
};
const scopes: Record<ConsentScope, string> = { view: 'seeing the screen', control: 'control', ...toolsInside };
const what = (scope: ConsentScope, of: ControlDevices) => (scope === 'control' ? devices[of] : scopes[scope]);
const forTime = (minutes: number | null) => (minutes === null ? 'for the whole session' : `for ${minutes} minutes`);
const hands: Record<Hand, string> = {
  pointer: 'the customer’s own mouse',
  key: 'the customer’s own keyboard',
  button: 'the customer’s button',
  asked: 'the customer',
};
const failures: Record<HostFailure, string> = {
  wayland: 'it is Wayland',
  'no-desktop': 'there is no desktop',
};
const callEnds: Record<CallEnd, (by: string, time: string) => string> = {
  'hung-up': (by, time) => `${by} hung up after ${time}`,
  withdrawn: (by) => `${by} took the call back`,
  unanswered: () => 'Nobody answered the call',
  lost: (_by, time) => `The call broke off after ${time}`,
};
const routes = { direct: 'directly', gateway: 'through the gateway', unknown: 'on an unknown way' } as const;
const left = { ended: 'has ended', lost: 'lost its connection', closed: 'was closed by the customer' } as const;
const removed = ({ program, archive }: Removal) =>
  program && archive ? 'itself and its download' : program ? 'itself; its archive may still be there' : 'nothing';

const joinedAs = { rep: 'representative', guest: 'guest', customer: 'customer' } as const;
const askEnds: Record<AskEnd, string> = {
  accepted: 'accepted',
  declined: 'said no',
  expired: 'did not answer',
  withdrawn: 'it was taken back',
  over: 'it was over before',
  gone: 'the channel was removed',
};
const whole = (launch: Launch) =>
  [launch.path, launch.what === 'program' ? launch.arguments : ''].filter(Boolean).join(' ');
const launched: Record<LaunchOutcome, string> = {
  done: 'was opened, with the customer’s yes',
  refused: 'was not opened: the customer said no',
  'not-found': 'is not on the customer’s computer',
  failed: 'could not be opened by the customer’s computer',
};

/** Why a session ended, as the list and the head say it. */
export const endReasons: Record<EndReason, string> = {
  finished: 'finished',
  'feels-wrong': 'this feels wrong',
  lost: 'customer did not come back',
  'rep-lost': 'rep did not come back',
  'rep-stopped': 'rep’s account was disabled',
  expired: 'code ran out',
};

/** One sentence for each kind; `by` is who wrote the entry. Chat is shown as it was said. */
export const logSentences: {
  readonly [Kind in Exclude<LogEntry['kind'], 'chat'>]: (entry: EntryOf<Kind>, by: string) => string;
} = {
  requested: ({ channel, incident, reason }, by) =>
    `${by} asked for help in ${channel}: ${[incident, reason].filter(Boolean).join(', ')}`,
  joined: ({ role }, by) => `${by} joined as ${joinedAs[role]}`,
  file: ({ name, bytes, audience }, by) =>
    `${by} sent the file ${name} (${byteSize(bytes)})${audience === 'reps' ? ', to reps only' : ''}`,
  'rep-lost': ({ rep }) => `${rep} was out of reach for too long; the session went to the head of the line`,
  invited: ({ to, hands }, by) => `${by} asked ${to} to come in, ${hands === 'view' ? 'to look on' : 'to help'}`,
  'transfer-asked': ({ to, is }, by) => `${by} asked ${is === 'rep' ? to : `whoever answers in ${to}`} to go on`,
  'not-taken': ({ to, what: asked, how }) =>
    `${to} did not ${asked === 'invitation' ? 'come in' : 'go on'}: ${askEnds[how]}`,
  'rep-left': ({ rep, how }, by) => (how === 'left' ? `${rep} left` : `${by} removed ${rep}`),
  'handed-over': ({ from, how, stays }, by) =>
    `${by} goes on in place of ${from}${how === 'taken-over' ? ', and took it over' : ''}${stays ? `; ${from} stays` : ''}`,
  'hands-asked': (_entry, by) => `${by} asked for mouse and keyboard`,
  'hands-given': ({ to }, by) => `${by} gave mouse and keyboard to ${to}`,
  'back-in-line': ({ rep, channel }) => `${rep} left the session at the head of the line of ${channel}`,
  asked: ({ ask }, by) => `${by} asked for ${what(ask.scope, ask.devices)}, ${forTime(ask.minutes)}`,
  unasked: ({ scope }, by) => `${by} took the question for ${scopes[scope]} back`,
  'call-asked': ({ media }, by) => `${by} asked to talk${media === 'video' ? ', with camera' : ''}`,
  'call-accepted': (_entry, by) => `${by} answered the call`,
  'call-declined': (_entry, by) => `${by} did not take the call`,
  'call-ended': ({ reason, durationMs }, by) => callEnds[reason](by, duration(durationMs)),
  agreed: ({ ask }, by) => `${by} said yes on the page to ${scopes[ask.scope]}; the desktop asks once more`,
  fetched: (_entry, by) => `${by} downloaded the program`,
  'page-suggested': ({ address }, by) => `${by} suggested a page: ${address}`,
  'page-opened': (_entry, by) => `${by} opened the page`,
  'page-declined': (_entry, by) => `${by} did not open the page`,
  'host-joined': ({ facts }) => `The program runs on ${facts.computer || 'the customer’s computer'}, ${facts.platform}`,
  'host-failed': ({ reason }) => `The program could not show the desktop: ${failures[reason]}`,
  'host-removed': ({ removal }) =>
    removal.installed ? 'The program is installed, and stays' : `The program has removed ${removed(removal)}`,
  'host-left': ({ reason }) => `The program ${left[reason]}`,
  'launch-asked': ({ launch }, by) => `${by} asked to open ${whole(launch)} on the customer’s computer`,
  'launch-unasked': (_entry, by) => `${by} took back what was to be opened`,
  'tool-used': ({ use }) => toolUsed(use),
  'launch-settled': ({ launch, outcome }) => `${whole(launch)} ${launched[outcome]}`,
  granted: ({ scope, devices: of, at, until }, by) =>
    `${by} allowed ${what(scope, of)}, ${forTime(until === null ? null : Math.round((until - at) / 60_000))}`,
  refused: ({ scope, place }, by) =>
    `${by} said no to ${scopes[scope]} on the ${place === 'host' ? 'desktop' : 'page'}`,
  withdrawn: ({ scope, place }, by) =>
    place === 'viewer' ? `${by} gave ${scopes[scope]} back` : `${by} took ${scopes[scope]} back`,
  expired: ({ scope }) => `The time for ${scopes[scope]} was over`,
  'screen-shown': ({ route }) => `The screen was seen, ${routes[route]}`,
  'screen-hidden': () => 'The screen was not seen any more',
  paused: ({ hand }) => `Control was paused by ${hands[hand]}`,
  resumed: () => 'Control went on',
  'whiteboard-asked': (_entry, by) => `${by} suggested a whiteboard`,
  'whiteboard-accepted': (_entry, by) => `${by} opened the whiteboard`,
  'whiteboard-declined': (_entry, by) => `${by} would not like a whiteboard`,
  'whiteboard-closed': (_entry, by) => `${by} closed the whiteboard`,
  ended: ({ reason }, by) => `${by} ended the session: ${endReasons[reason]}`,
};
