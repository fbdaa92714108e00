/** The words of the banner: who sees the screen or uses the hands, and what its buttons say. */
import type { ControlDevices, ToolScope } from '../../shared/contract/consent.ts';
import type { BannerAction, BannerView } from '../windows/host-windows.ts';
import { cleanOutsideText, isolated } from '../windows/outside-text.ts';
import { NAME_LETTERS } from './en.ts';
import type { Helper } from './en.ts';

/** Who is here beside the helper. */
export interface Company {
  /** Other representatives who see what the helper sees. */
  readonly others: readonly string[];
  /** Who of them has mouse and keyboard; `undefined` while the helper has. */
  readonly hands: string | undefined;
}

const nobodyElse: Company = { others: [], hands: undefined };

const HANDS_LENT: Record<ControlDevices, string> = {
  both: 'mouse and keyboard',
  pointer: 'mouse',
  keyboard: 'keyboard',
};

/**
 * The banner in one of its states; `secondsLeft` is how long the consent still lasts. While only the customer's hand
 * pauses control (`comesBack`), Pause stays where it is: the hand that goes to press it has moved, after all. It names
 * only the hands that were `lent`, and the tools that may be used beside them.
 */
export function bannerView(
  helper: Helper,
  state: BannerView['state'],
  secondsLeft?: number,
  comesBack = false,
  lent: ControlDevices = 'both',
  company: Company = nobodyElse,
  tools: readonly ToolScope[] = [],
): BannerView {
  const isOfHands = state === 'controlling' || state === 'paused';
  const name = isOfHands ? nameOf(company.hands ?? helper.name) : withOthers(helper.name, company.others);
  const isMany = !isOfHands && company.others.length > 0;
  return {
    state,
    who: nameOf(company.hands !== undefined && isOfHands ? company.hands : helper.name),
    sentence: [{ strong: name }, (isMany ? SEEN_BY_MANY[state] : bannerSentence(state, lent)) + besides(state, tools)],
    buttons: BANNER_BUTTONS[state === 'paused' && comesBack ? 'controlling' : state].map((action) => ({
      action,
      label: actionLabel(state, action),
    })),
    ...(secondsLeft === undefined ? {} : { countdownSeconds: secondsLeft }),
  };
}

const SEEN_BY_MANY: Record<BannerView['state'], string> = {
  tools: ' are here; one may use ',
  connecting: ' do not see your screen now',
  seeing: ' see your screen',
  controlling: ' see your screen',
  paused: ' see your screen',
};

/** "Ines Halvorsen and Bo Lind", "Ines Halvorsen and 2 more". */
function withOthers(name: string, others: readonly string[]): string {
  const [first] = others;
  if (first === undefined) return nameOf(name);
  return `${nameOf(name)} and ${others.length === 1 ? nameOf(first) : `${others.length} more`}`;
}

function nameOf(name: string): string {
  return isolated(cleanOutsideText(name, NAME_LETTERS));
}

function bannerSentence(state: BannerView['state'], lent: ControlDevices): string {
  const sentences: Record<BannerView['state'], string> = {
    connecting: ' does not see your screen now',
    seeing: ' sees your screen',
    controlling: ` uses your ${HANDS_LENT[lent]}`,
    paused: ' waits, you have the mouse',
    tools: ' may use ',
  };
  return sentences[state];
}

/** ", and your files"; by itself where nothing else is allowed. */
function besides(state: BannerView['state'], tools: readonly ToolScope[]): string {
  if (tools.length === 0) return '';
  const named = new Intl.ListFormat('en').format(tools.map((tool) => TOOLS[tool]));
  return state === 'tools' ? named : `, and may use ${named}`;
}

const TOOLS: Record<ToolScope, string> = {
  files: 'your files',
  shell: 'your command line',
  'system-information': 'the details of your computer',
  actions: 'repair actions',
};

const BANNER_BUTTONS: Record<BannerView['state'], readonly BannerAction[]> = {
  connecting: ['stop', 'feelsWrong'],
  tools: ['stop', 'feelsWrong'],
  seeing: ['stop', 'feelsWrong'],
  controlling: ['pause', 'stop', 'feelsWrong'],
  paused: ['giveBack', 'stop', 'feelsWrong'],
};

const ACTION_LABELS: Record<BannerAction, string> = {
  pause: 'Pause',
  giveBack: 'Give back',
  stop: 'Stop',
  feelsWrong: 'This feels wrong',
};

function actionLabel(state: BannerView['state'], action: BannerAction): string {
  return state === 'connecting' && action === 'stop' ? 'End' : ACTION_LABELS[action];
}
