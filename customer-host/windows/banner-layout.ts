import type { Box, DrawStep, MeasureText, Point } from './drawing.ts';
import { frame } from './drawing.ts';
import type { BannerAction, BannerState, BannerView } from './host-windows.ts';
import type { HostColour } from './host-colours.ts';
import type { IconName } from './icons.ts';
import { icon } from './icons.ts';
import { shortenToFit } from './outside-text.ts';
import type { Paragraph } from './text-layout.ts';
import { paragraph } from './text-layout.ts';
import type { Run } from './words.ts';
import { runsOf } from './words.ts';

/** Height of the banner in design pixels. */
export const BANNER_HEIGHT = 40;

const WIDEST = 720;
const EDGE = 2;
const TEXT_LEFT = 40;
const BUTTON_AIR = 15;
const GAP = 10;

/** A banner worked out to the pixel. */
export interface BannerLayout {
  readonly steps: readonly DrawStep[];
  readonly buttons: readonly (Box & { readonly action: BannerAction })[];
}

interface Look {
  readonly icon: IconName;
  readonly ground: HostColour;
  readonly ink: HostColour;
  readonly mark: HostColour;
  readonly buttons: HostColour;
  readonly edge: HostColour;
}

const looks: Record<BannerState, Look> = {
  seeing: { icon: 'ring', ground: 'surface', ink: 'text', mark: 'live', buttons: 'surface', edge: 'liveLine' },
  tools: { icon: 'ring', ground: 'surface', ink: 'text', mark: 'live', buttons: 'surface', edge: 'liveLine' },
  connecting: {
    icon: 'ring',
    ground: 'surface',
    ink: 'textSoft',
    mark: 'textFaint',
    buttons: 'surface',
    edge: 'textFaint',
  },
  controlling: { icon: 'pointer', ground: 'live', ink: 'onLive', mark: 'onLive', buttons: 'live', edge: 'liveLine' },
  paused: { icon: 'pause', ground: 'live', ink: 'onLive', mark: 'onLive', buttons: 'liveStripe', edge: 'liveLine' },
};

/** How wide the banner is on a screen of this width. */
export function bannerWidth(screenWidth: number): number {
  return Math.min(WIDEST, screenWidth);
}

/** Seconds as people read a clock: 0:09, 14:32, 1:02:03. Never below zero. */
export function countdownText(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** The banner of a width, with the seconds that are left now. */
export function layoutBanner(
  view: BannerView,
  width: number,
  secondsLeft: number | undefined,
  measure: MeasureText,
): BannerLayout {
  const look = looks[view.state];
  const plain: Paragraph = { size: 14, lineHeight: BANNER_HEIGHT, colour: look.ink };
  const strong: Paragraph = { ...plain, colour: look.ground === 'surface' ? 'text' : look.ink, strong: true };
  const buttons = placeButtons(view, width, (text) => measure(text, { size: 14, strong: true }));
  const buttonsLeft = buttons[0]?.x ?? width - EDGE;

  const clock = secondsLeft === undefined ? '' : countdownText(secondsLeft);
  const clockRun: Run = { text: clock, strong: false };
  const clockLeft = buttonsLeft - GAP - measure(clock, { size: 14, strong: false });
  const room = clockLeft - GAP - TEXT_LEFT;
  const sentence = fitSentence(runsOf(view.sentence), room, measure);

  return {
    buttons,
    steps: [
      { kind: 'fill', colour: look.ground, x: 0, y: 0, width, height: BANNER_HEIGHT },
      ...(view.state === 'paused' ? stripes(buttonsLeft) : []),
      ...icon(look.icon, { x: 14, y: 12 }, look.mark, look.ground),
      ...paragraph([sentence], { x: TEXT_LEFT, y: 0 }, plain, measure),
      ...(clock === '' ? [] : paragraph([[clockRun]], { x: clockLeft, y: 0 }, plain, measure)),
      { kind: 'fill', colour: look.buttons, x: buttonsLeft, y: 0, width: width - buttonsLeft, height: BANNER_HEIGHT },
      ...frame({ x: 0, y: 0, width, height: BANNER_HEIGHT }, EDGE, look.edge),
      ...buttons.flatMap((button): DrawStep[] => [
        { kind: 'fill', colour: look.mark, opacity: 0.35, ...dividerOf(button) },
        ...paragraph([[{ text: button.label, strong: true }]], { x: button.x + 1 + BUTTON_AIR, y: 0 }, strong, measure),
      ]),
    ],
  };
}

function placeButtons(
  view: BannerView,
  width: number,
  labelWidth: (text: string) => number,
): (Box & { action: BannerAction; label: string })[] {
  let right = width - EDGE;
  return view.buttons
    .toReversed()
    .map((button) => {
      const wide = Math.ceil(labelWidth(button.label)) + 2 * BUTTON_AIR + 1;
      right -= wide;
      return { ...button, x: right, y: 0, width: wide, height: BANNER_HEIGHT };
    })
    .toReversed();
}

function dividerOf(button: Box): Box {
  return { x: button.x, y: EDGE, width: 1, height: BANNER_HEIGHT - 2 * EDGE };
}

/** Cuts the name before it cuts anything else: what is done matters more than by whom. */
function fitSentence(runs: readonly Run[], room: number, measure: MeasureText): Run[] {
  const widthOf = (candidate: readonly Run[]): number =>
    candidate.reduce((sum, run) => sum + measure(run.text, { size: 14, strong: run.strong }), 0);
  if (widthOf(runs) <= room) return [...runs];
  const rest = widthOf(runs.filter((run) => !run.strong));
  const names = runs.filter((run) => run.strong).length;
  const share = names === 0 ? 0 : (room - rest) / names;
  const cut = (run: Run, most: number): Run => ({
    ...run,
    text: shortenToFit(run.text, (text) => measure(text, { size: 14, strong: run.strong }) <= most),
  });
  const withCutNames = runs.map((run) => (run.strong ? cut(run, Math.max(share, 0)) : run));
  if (widthOf(withCutNames) <= room) return withCutNames;
  const whole: Run = { text: runs.map((run) => run.text).join(''), strong: false };
  return [cut(whole, room)];
}

/** Bands of 15 design pixels that lean to the right, as in the other places where control is paused. */
function stripes(right: number): DrawStep[] {
  const band = 14;
  const steps: DrawStep[] = [];
  for (let left = -BANNER_HEIGHT; left < right; left += 2 * band) {
    const points: Point[] = [
      { x: left + BANNER_HEIGHT, y: 0 },
      { x: left + BANNER_HEIGHT + band, y: 0 },
      { x: left + band, y: BANNER_HEIGHT },
      { x: left, y: BANNER_HEIGHT },
    ];
    steps.push({ kind: 'shape', colour: 'liveStripe', points });
  }
  return steps;
}
