/**
 * One session on the customer's computer, from the first question to the end. The state machine (asked → seeing →
 * controlling → ended) decides; windows, desktop, viewers and server are told.
 */
import type { ConsentAsk, ConsentScope, ControlDevices } from '../../shared/contract/consent.ts';
import type { Launch, LaunchOutcome } from '../../shared/contract/launch.ts';
import type { InputMessage } from '../../shared/contract/screen-link.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import {
  expire,
  grant,
  lower,
  mayView,
  msToNextExpiry,
  noConsents,
  withdraw,
  lentDevices,
} from '../consent/consents.ts';
import { free, handMoved, pauseAsked, timePassed } from '../consent/hand-pause.ts';
import type { Desktop, HandEvent } from '../desktop/desktop.ts';
import type { Launcher } from '../launch/launcher.ts';
import type { ViewerCalls } from '../link/viewer-calls.ts';
import type { Banner, BannerAction, HostWindows } from '../windows/host-windows.ts';
import { bannerView, helperOf, questionFor, type Helper } from '../texts/en.ts';
import { bannerState, handState, secondsLeft, usableDevices, type HostState } from './host-state.ts';
import type { ServerLink } from './server-link.ts';
import { createQuestions, type Question } from './questions.ts';
import { createUsage, type Usage } from './usage.ts';
import { createViewerCircle } from './viewer-circle.ts';

export interface HostSessionPorts {
  readonly helper: Helper;
  readonly windows: HostWindows;
  readonly desktop: Desktop;
  readonly launch: Launcher;
  readonly calls: ViewerCalls;
  readonly server: Pick<ServerLink, 'report' | 'end'>;
  /** The server's time, in milliseconds. */
  readonly now: () => number;
  /** When the session began, by the server's clock: before this program came. */
  readonly startedAt: number;
  /** What had been asked before the host came. */
  readonly firstAsk: ConsentAsk | null;
  /** How long the customer's hand must be still before control resumes, in milliseconds. */
  readonly stillForMs: number;
}

export interface HostSession {
  /** Takes the log as it comes. */
  onEntry(entry: LogEntry): void;
  onViewer: (peer: Parameters<ReturnType<typeof createViewerCircle>['add']>[0]) => void;
  /** Resolves once the session is over, whoever ended it; nothing is shown or injected from then on. */
  readonly over: Promise<Usage>;
  /** Ends it here, because the server said so or the desktop is gone. */
  stop(): void;
}

const LOOK_AROUND_MS = 200;
/** Keys that are held while no sign of their viewer comes for so long are let go. Viewers say something every 250 ms then. */
const SILENCE_MS = 1000;

export function startHostSession(ports: HostSessionPorts): HostSession {
  const { desktop, server, windows, now } = ports;
  let { helper } = ports;
  let state: HostState = { consents: noConsents, pause: free, asking: undefined };
  let ended = false;
  let expiryTimer: ReturnType<typeof setTimeout> | undefined;
  const usage = createUsage(ports.startedAt);
  let finish: (usage: Usage) => void = () => {};
  const over = new Promise<Usage>((resolve) => {
    finish = resolve;
  });

  const banner: Banner = windows.banner(bannerView(helper, bannerState(state, now())), onBanner);
  const circle = createViewerCircle({
    calls: ports.calls,
    desktop,
    now,
    mayView: () => !ended && mayView(state.consents, now()),
    devicesFor: (wanted) => (ended ? undefined : usableDevices(state, wanted, now())),
    inject: (input: InputMessage) => desktop.inject(input),
    stateFor: (wanted: ControlDevices) => ({
      type: 'state',
      hands: handState(state, now()),
      devices: lower(lentDevices(state.consents, now()) ?? 'both', wanted) ?? wanted,
      consents: [...state.consents],
      serverTime: now(),
    }),
    onShown: (route) => {
      usage.show(true, now());
      server.report({ kind: 'screen-shown', route });
    },
    onHidden: () => {
      usage.show(false, now());
      server.report({ kind: 'screen-hidden' });
    },
  });
  const questions = createQuestions({
    now,
    show: (question, signal) =>
      windows.askConsent(questionFor(helper, question, mayView(state.consents, now())), signal),
    onStanding: (asking) => enter({ ...state, asking }),
    onAnswer: answered,
  });
  const unwatchHand = desktop.watchHand(onHand);
  const watch = setInterval(lookAround, LOOK_AROUND_MS);
  if (ports.firstAsk) questions.ask({ about: 'consent', ask: ports.firstAsk });

  /** Every change of what is allowed comes through here: hands off first, then everybody is told. */
  function enter(next: HostState): void {
    const before = usableDevices(state, 'both', now());
    state = next;
    const after = usableDevices(state, 'both', now());
    // A question takes the hands away as well: what was held when it opened could not be let go any more.
    if (after === undefined || before !== after) desktop.releaseAll();
    usage.enter(bannerState(state, now()), now());
    const comesBack = state.pause.at === 'hand';
    const lent = lentDevices(state.consents, now());
    banner.update(bannerView(helper, bannerState(state, now()), secondsLeft(state, now()), comesBack, lent));
    circle.tellState();
    awaitExpiry();
  }

  function awaitExpiry(): void {
    clearTimeout(expiryTimer);
    const endsInMs = msToNextExpiry(state.consents, now());
    // A timer holds at most 2^31 ms; consents end far sooner, but the bound is the platform's, not ours.
    if (endsInMs !== undefined) expiryTimer = setTimeout(endConsents, Math.min(endsInMs, 2 ** 31 - 1));
  }

  function answered(question: Question, answer: 'yes' | 'no'): void {
    if (ended) return;
    if (question.about === 'launch') {
      enter({ ...state, asking: undefined });
      return answer === 'yes' ? void launch(question.launch) : reportLaunch(question.launch, 'refused');
    }
    if (answer === 'yes') return allow(question.ask);
    enter({ ...state, asking: undefined });
    server.report({ kind: 'refused', scope: question.ask.scope, place: 'host' });
  }

  async function launch(wanted: Launch): Promise<void> {
    reportLaunch(wanted, await ports.launch(wanted));
  }

  function reportLaunch(wanted: Launch, outcome: LaunchOutcome): void {
    if (!ended) server.report({ kind: 'launch-settled', launch: wanted, outcome });
  }

  function allow(asked: ConsentAsk): void {
    const saw = mayView(state.consents, now());
    const consents = grant(state.consents, asked, now());
    const granted = consents.find(({ scope }) => scope === asked.scope);
    // Being seen for longer gives no control back that the customer has paused.
    enter({ consents, pause: asked.scope === 'control' ? free : state.pause, asking: undefined });
    const report = {
      kind: 'granted',
      scope: asked.scope,
      devices: asked.devices,
      until: granted?.until ?? null,
    } as const;
    // The question was taken back just before the Yes: what the log does not know does not hold.
    server.report(report, () => takeBack(saw ? asked.scope : 'view', 'host'));
    circle.callWaiting();
  }

  function takeBack(scope: ConsentScope, reportedFrom: 'host' | undefined): void {
    if (!state.consents.some((consent) => consent.scope === scope)) return;
    enter({ ...state, consents: withdraw(state.consents, scope), pause: free });
    if (reportedFrom) server.report({ kind: 'withdrawn', scope, place: reportedFrom });
    if (scope === 'view') circle.dismissAll('The screen is not shown any more.');
  }

  function endConsents(): void {
    const { left, expired } = expire(state.consents, now());
    // A timer may come a moment before its time. Whoever found nothing to end must come again.
    if (expired.length === 0) return awaitExpiry();
    enter({ ...state, consents: left, pause: free });
    for (const { scope } of expired) server.report({ kind: 'expired', scope });
    if (!mayView(left, now())) circle.dismissAll('The time for seeing the screen is over.');
  }

  function onEntry(entry: LogEntry): void {
    if (ended) return;
    switch (entry.kind) {
      case 'joined':
        return entry.role === 'rep' ? takeOver(entry.by.name) : undefined;
      case 'asked':
        return questions.ask({ about: 'consent', ask: entry.ask });
      case 'launch-asked':
        return questions.ask({ about: 'launch', launch: entry.launch });
      case 'unasked':
      case 'launch-unasked':
        return questions.forget();
      case 'refused':
        return entry.place === 'page' ? questions.refusedElsewhere(entry.scope) : undefined;
      case 'withdrawn':
        return entry.place === 'host' ? undefined : takeBack(entry.scope, undefined);
      case 'ended':
        return stop();
      default:
    }
  }

  /** Somebody else goes on with the session: banner and questions name who it is now. */
  function takeOver(name: string): void {
    helper = helperOf(name, helper.organisation);
    enter(state);
  }

  function onHand(event: HandEvent): void {
    if (ended) return;
    if (event === 'escape') return endFromHere(false);
    if (handState(state, now()) === 'view-only') return;
    const before = state.pause.at;
    const pause = handMoved(state.pause, now());
    if (before === 'free') {
      enter({ ...state, pause });
      server.report({ kind: 'paused', hand: event });
    } else state = { ...state, pause };
  }

  function lookAround(): void {
    // A timer knows nothing of a computer that slept: the time is looked at as well.
    endConsents();
    const pause = timePassed(state.pause, now(), ports.stillForMs);
    if (pause !== state.pause) resume();
    if (desktop.holding && now() - circle.lastSignAt > SILENCE_MS) desktop.releaseAll();
  }

  function resume(): void {
    enter({ ...state, pause: free });
    server.report({ kind: 'resumed' });
  }

  function onBanner(action: BannerAction): void {
    switch (action) {
      case 'pause':
        return pauseForLonger();
      case 'giveBack':
        return resume();
      case 'stop':
        return mayView(state.consents, now()) ? takeBack('view', 'host') : endFromHere(false);
      case 'feelsWrong':
        return endFromHere(true);
      default:
        action satisfies never;
    }
  }

  function pauseForLonger(): void {
    const { at } = state.pause;
    enter({ ...state, pause: pauseAsked() });
    // The hand that went to the button has paused it already, and the log says so.
    if (at === 'free') server.report({ kind: 'paused', hand: 'asked' });
  }

  function endFromHere(feelsWrong: boolean): void {
    server.end(feelsWrong).catch((error: unknown) => {
      // Over on this computer all the same; the server learns it when it misses the host.
      console.error('The server could not be told of the end:', error instanceof Error ? error.message : '');
    });
    stop();
  }

  function stop(): void {
    if (ended) return;
    questions.forget();
    enter({ consents: noConsents, pause: free, asking: undefined });
    ended = true;
    clearInterval(watch);
    clearTimeout(expiryTimer);
    unwatchHand();
    circle.dismissAll('The session is over.');
    desktop.releaseAll();
    banner.close();
    finish(usage.read(now()));
  }

  return { onEntry, onViewer: circle.add, over, stop };
}
