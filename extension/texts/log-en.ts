/** What the running log says of everything that happened. */
import type { CallEnd, CallMedia } from '../../shared/contract/call.ts';
import { isToolScope } from '../../shared/contract/consent.ts';
import type { ConsentAsk, ConsentScope, ControlDevices } from '../../shared/contract/consent.ts';
import type { Removal } from '../../shared/contract/removal.ts';
import type { EndReason, Hand, HostFailure } from '../../shared/contract/session-log.ts';
import type { LaunchOutcome } from '../../shared/contract/launch.ts';
import { toolTexts } from './host-tools-en.ts';
import { duration } from '../../shared/ui/format-time.ts';

/** A line of the log: its first words are drawn strong when they name who did something. */
export interface Sentence {
  readonly strong?: string;
  readonly rest: string;
}

const devicesInside: Record<ControlDevices, string> = {
  both: 'mouse and keyboard',
  pointer: 'the mouse',
  keyboard: 'the keyboard',
};
const what = (scope: ConsentScope, of: ControlDevices) => {
  if (isToolScope(scope)) return toolTexts.inside[scope];
  return scope === 'view' ? 'seeing the screen' : devicesInside[of];
};
const whatAlone = (scope: ConsentScope) =>
  isToolScope(scope) ? toolTexts.inside[scope] : scope === 'view' ? 'seeing the screen' : 'control';
const forTime = (minutes: number | null) => (minutes === null ? 'for this session' : `${minutes} minutes`);
const hands: Record<Hand, string> = {
  pointer: 'Paused by the customer’s own mouse',
  key: 'Paused by the customer’s own keyboard',
  button: 'Paused by the customer’s button',
  asked: 'Paused by the customer',
};
const hostFailures: Record<HostFailure, string> = {
  wayland: 'The program cannot show this desktop: it is Wayland. The customer can sign in to an Xorg session',
  'no-desktop': 'The program found no desktop that it can show',
};
const endings: Record<EndReason, string> = {
  finished: 'ended the session',
  'feels-wrong': 'ended the session: this feels wrong',
  lost: 'ended the session: the customer did not come back',
  'rep-lost': 'ended the session: the representative did not come back',
  'rep-stopped': 'ended the session: the account was switched off',
  expired: 'let the session run out',
};

/** The running log, kind by kind; every sentence whole, so that another language can order it its own way. */
export const logTexts = {
  requested: (name: string, channel: string, reason: string): Sentence => ({
    strong: `${name} asked for help`,
    rest: `in ${channel}: ${reason}`,
  }),
  joined: (by: string): Sentence => ({ strong: by, rest: 'joined' }),
  repLost: (rep: string): Sentence => ({ strong: rep, rest: 'lost the connection; somebody else takes over' }),
  asked: (by: string, ask: ConsentAsk): Sentence => ({
    strong: `${by} asked for`,
    rest: `${what(ask.scope, ask.devices)}, ${forTime(ask.minutes)}`,
  }),
  unasked: (by: string): Sentence => ({ strong: by, rest: 'took the question back' }),
  callAsked: (by: string, media: CallMedia): Sentence => ({
    strong: `${by} asked`,
    rest: media === 'video' ? 'to talk, with camera' : 'to talk',
  }),
  callAccepted: (by: string): Sentence => ({ strong: by, rest: 'answered the call' }),
  callDeclined: (by: string): Sentence => ({ strong: by, rest: 'did not take the call' }),
  callEnded: (by: string, reason: CallEnd, time: string): Sentence => {
    switch (reason) {
      case 'hung-up':
        return { strong: by, rest: `hung up after ${time}` };
      case 'withdrawn':
        return { strong: by, rest: 'took the call back' };
      case 'unanswered':
        return { rest: 'Nobody answered the call' };
      case 'lost':
        return { rest: `The call broke off after ${time}` };
      default:
        return reason satisfies never;
    }
  },
  agreed: (name: string, scope: ConsentScope): Sentence => ({
    strong: `${name} said yes`,
    rest: `to ${whatAlone(scope)}; the desktop asks once more`,
  }),
  fetched: (name: string): Sentence => ({ strong: name, rest: 'downloaded the program' }),
  pageSuggested: (by: string, address: string): Sentence => ({ strong: `${by} suggested`, rest: address }),
  pageOpened: (name: string): Sentence => ({ strong: name, rest: 'opened the page' }),
  pageDeclined: (name: string): Sentence => ({ strong: name, rest: 'did not open the page' }),
  hostJoined: (computer: string, platform: string): Sentence => ({
    rest:
      computer === '' ? 'The program runs on the customer’s computer' : `The program runs on ${computer}, ${platform}`,
  }),
  hostLeft: (reason: 'ended' | 'lost' | 'closed'): Sentence => ({
    rest: {
      ended: 'The program has gone from the customer’s computer',
      lost: 'The connection to the customer’s program was lost',
      closed: 'The customer closed the program',
    }[reason],
  }),
  launchAsked: (by: string, what: string): Sentence => ({
    strong: `${by} asked to open`,
    rest: `${what} on the customer’s computer`,
  }),
  launchSettled: (name: string, what: string, outcome: LaunchOutcome): Sentence =>
    ({
      done: { strong: `${name} said yes:`, rest: `${what} was opened` },
      refused: { strong: `${name} said no`, rest: `to opening ${what}` },
      'not-found': { rest: `There is no ${what} on the customer’s computer` },
      failed: { rest: `The customer’s computer could not open ${what}` },
    })[outcome],
  granted: (name: string, scope: ConsentScope, of: ControlDevices, minutes: number | null): Sentence => ({
    strong: `${name} allowed`,
    rest: `${what(scope, of)}, ${forTime(minutes)}`,
  }),
  refused: (name: string, scope: ConsentScope): Sentence => ({
    strong: `${name} said no`,
    rest: `to ${whatAlone(scope)}`,
  }),
  withdrawn: (name: string, scope: ConsentScope): Sentence => ({
    strong: `${name} took back`,
    rest: whatAlone(scope),
  }),
  gaveBack: (by: string, scope: ConsentScope): Sentence => ({
    strong: `${by} gave back`,
    rest: whatAlone(scope),
  }),
  expired: (scope: ConsentScope): Sentence => ({
    rest: `The time for ${whatAlone(scope)} is over`,
  }),
  screenShown: (route: 'direct' | 'gateway' | 'unknown'): Sentence => ({
    rest: route === 'gateway' ? 'The screen is seen, through the gateway' : 'The screen is seen',
  }),
  hostFailed: (reason: HostFailure): Sentence => ({ rest: hostFailures[reason] }),
  hostRemoved: (removal: Removal): Sentence => ({ rest: removed(removal) }),
  screenHidden: (): Sentence => ({ rest: 'The screen is not seen any more' }),
  paused: (hand: Hand, ms: number | undefined): Sentence => ({
    rest: ms === undefined ? hands[hand] : `${hands[hand]}, ${pauseLength(ms)}`,
  }),
  resumed: (): Sentence => ({ rest: 'Control goes on' }),
  ended: (by: string, reason: EndReason): Sentence => ({ strong: by, rest: endings[reason] }),
};

function removed({ program, archive, installed }: Removal): string {
  if (installed) return 'The program is installed on that computer, and stays';
  if (program && archive) return 'The program has removed itself and its download';
  return program
    ? 'The program has removed itself; its archive may still be there'
    : 'The program could not remove itself';
}

function pauseLength(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds >= 60) return duration(ms);
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
