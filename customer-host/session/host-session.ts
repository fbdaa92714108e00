/**
 * One session on the customer's computer, from the first question to the end. The state machine (asked → seeing →
 * controlling → ended) decides; windows, desktop, viewers and server are told.
 */
import { isToolScope } from '../../shared/contract/consent.ts';
import type { ConsentAsk, ConsentScope, ControlDevices } from '../../shared/contract/consent.ts';
import type { Launch, LaunchOutcome } from '../../shared/contract/launch.ts';
import type { InputMessage } from '../../shared/contract/screen-link.ts';
import type { LogEntry } from '../../shared/contract/session-log.ts';
import {
  expire,
  grant,
  lower,
  mayUse,
  mayView,
  msToNextExpiry,
  noConsents,
  toolsInUse,
  withdraw,
  lentDevices,
} from '../consent/consents.ts';
import { createExpiryTimer } from '../consent/expiry-timer.ts';
import { free, handMoved, pauseAsked, timePassed } from '../consent/hand-pause.ts';
import type { HandEvent } from '../desktop/desktop.ts';
import type { Banner, BannerAction } from '../windows/host-windows.ts';
import { bannerView } from '../texts/banner-en.ts';
import { helperOf, questionFor } from '../texts/en.ts';
import { bannerState, handState, handStateOf, secondsLeft, usableDevices, type HostState } from './host-state.ts';
import type { HostSession, HostSessionPorts } from './host-session-ports.ts';
import { createQuestions, type Question } from './questions.ts';
import type { RepsHere } from './reps-here.ts';
import { toolReporter } from './tool-reporter.ts';
import { createUsage, type Usage } from './usage.ts';
import { createViewerCircle } from './viewer-circle.ts';

const LOOK_AROUND_MS = 200;
/** Keys that are held while no sign of their viewer comes for so long are let go. Viewers say something every 250 ms then. */
const SILENCE_MS = 1000;

export function startHostSession(ports: HostSessionPorts): HostSession {
  const { desktop, server, windows, now } = ports;
  let { helper, reps } = ports;
  let state: HostState = { consents: noConsents, pause: free, asking: undefined };
  let ended = false;
  const expiry = createExpiryTimer(endConsents);
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
    mayLink: () => !ended && isAnythingAllowed(),
    tools: ports.tools,
    // Whoever asked for them uses them: guests have the screen and, in turn, the hands.
    mayUse: (rep, tool) => !ended && reps.isOwner(rep) && mayUse(state.consents, tool, now()),
    // What the log does not tell of is not done a second time.
    report: toolReporter(server, (tool) => takeBack(tool, 'host')),
    devicesFor: (rep, wanted) => (ended || !reps.hasHands(rep) ? undefined : usableDevices(state, wanted, now())),
    inject: (input: InputMessage) => desktop.inject(input),
    stateFor: (rep, wanted: ControlDevices) => ({
      type: 'state',
      hands: handStateOf(state, reps.hasHands(rep), now()),
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
    banner.update(
      bannerView(
        helper,
        bannerState(state, now()),
        secondsLeft(state, now()),
        comesBack,
        lent,
        reps.company,
        toolsInUse(state.consents, now()),
      ),
    );
    circle.tellState();
    expiry.set(msToNextExpiry(state.consents, now()));
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
    server.report(report, () => takeBack(saw || isToolScope(asked.scope) ? asked.scope : 'view', 'host'));
    circle.callWaiting();
  }

  function takeBack(scope: ConsentScope, reportedFrom: 'host' | undefined): void {
    if (!state.consents.some((consent) => consent.scope === scope)) return;
    enter({ ...state, consents: withdraw(state.consents, scope), pause: isToolScope(scope) ? state.pause : free });
    if (reportedFrom) server.report({ kind: 'withdrawn', scope, place: reportedFrom });
    if (!isAnythingAllowed()) circle.dismissAll('The screen is not shown any more.');
  }

  function endConsents(): void {
    const { left, expired } = expire(state.consents, now());
    // A timer may come a moment before its time. Whoever found nothing to end must come again.
    if (expired.length === 0) return expiry.set(msToNextExpiry(state.consents, now()));
    const isPauseOver = expired.some(({ scope }) => !isToolScope(scope));
    enter({ ...state, consents: left, pause: isPauseOver ? free : state.pause });
    for (const { scope } of expired) server.report({ kind: 'expired', scope });
    if (!isAnythingAllowed()) circle.dismissAll('The time for seeing the screen is over.');
  }

  function onEntry(entry: LogEntry): void {
    if (ended) return;
    switch (entry.kind) {
      case 'joined':
      case 'rep-left':
      case 'handed-over':
      case 'hands-given':
        return heedReps(reps.after(entry));
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

  /** Who is here, and whose hands count: whoever lost them lets go first, whoever is out sees nothing more, and banner and questions name the owner. */
  function heedReps(next: RepsHere): void {
    const hadHands = reps.holder;
    reps = next;
    if (reps.holder !== hadHands) desktop.releaseAll();
    circle.dismiss((rep) => !reps.isIn(rep), 'You are not in this session any more.');
    if (reps.newOwner !== undefined) {
      // It was asked in another one's name.
      questions.forget();
      helper = helperOf(reps.newOwner, helper.organisation);
      // Tools were asked for by somebody who may use them; whether the next one may is for the server to say, at a new question.
      for (const tool of toolsInUse(state.consents, now())) takeBack(tool, 'host');
    }
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
        return isAnythingAllowed() ? takeBackAll() : endFromHere(false);
      case 'feelsWrong':
        return endFromHere(true);
      default:
        action satisfies never;
    }
  }

  function takeBackAll(): void {
    if (mayView(state.consents, now())) takeBack('view', 'host');
    for (const tool of toolsInUse(state.consents, now())) takeBack(tool, 'host');
  }

  function isAnythingAllowed(): boolean {
    return mayView(state.consents, now()) || toolsInUse(state.consents, now()).length > 0;
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
    expiry.set(undefined);
    unwatchHand();
    circle.dismissAll('The session is over.');
    desktop.releaseAll();
    banner.close();
    finish(usage.read(now()));
  }

  return {
    onEntry,
    onReps(head) {
      if (!ended) heedReps(reps.as(head));
    },
    onViewer: circle.add,
    over,
    stop,
  };
}
