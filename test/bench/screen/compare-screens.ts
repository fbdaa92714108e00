/** RemoteHelp and a VNC pair, turn by turn, on one display, with one drawing program, in one browser. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Drawing } from '../drawing/start-drawing.ts';
import type { DrawingOrder } from '../drawing/drawing-order.ts';
import { describeLoad } from '../figures/machine.ts';
import { medianOf, spreadOf } from '../figures/spread.ts';
import { asRatio, inMs, printHeading, printTable } from '../figures/table.ts';
import { startBarcodeWatch, stopBarcodeWatch } from './barcode-watch.ts';
import { measurePhase, type PhaseFigures } from './measure-phase.ts';
import type { ScreenPeer } from './screen-peer.ts';

export interface ScreenScene {
  readonly drawing: Drawing;
  readonly browserPid: number;
  /** Pixels of the shared screen. */
  readonly width: number;
}

/** What is drawn, and by how much RemoteHelp may be slower than VNC at first. */
const kinds: readonly { title: string; order: DrawingOrder; target: number | undefined }[] = [
  { title: 'still screen, a patch of 512 × 80 changes', order: { draw: 'patch', perSecond: 20 }, target: 2.5 },
  { title: 'full-screen scrolling text', order: { draw: 'scrolling', perSecond: 20 }, target: 2.5 },
  { title: 'unchanged screen', order: { draw: 'still' }, target: undefined },
];
const timing = { warmUpMs: 2500, forMs: 7000 };
const SETTLE_MS = 1000;

interface Taken {
  readonly kind: (typeof kinds)[number];
  readonly peer: ScreenPeer;
  readonly figures: PhaseFigures;
  readonly how: string;
}

/** Takes `rounds` rounds, the peers in turn, and prints a table for each kind of drawing. */
export async function compareScreens(
  scene: ScreenScene,
  own: ScreenPeer,
  other: ScreenPeer,
  rounds: number,
): Promise<void> {
  const taken: Taken[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    for (const peer of round % 2 === 1 ? [own, other] : [other, own]) {
      taken.push(...(await takeTurn(scene, peer)));
    }
    console.log(`Screen round ${round} of ${rounds} done (${describeLoad()}).`);
  }
  for (const kind of kinds) printKind(kind, [own, other], taken);
}

async function takeTurn(scene: ScreenScene, peer: ScreenPeer): Promise<Taken[]> {
  const taken: Taken[] = [];
  const page = await peer.connect();
  await startBarcodeWatch(page, peer.pictures, scene.width);
  for (const kind of kinds) {
    // Reading the picture costs the viewer something; while nothing is drawn there is nothing to read.
    if (kind.order.draw === 'still') await stopBarcodeWatch(page);
    await wait(SETTLE_MS);
    const figures = await measurePhase({ ...scene, peer, page }, kind.order, timing);
    taken.push({ kind, peer, figures, how: await peer.describe() });
  }
  await peer.disconnect();
  return taken;
}

function printKind(kind: Taken['kind'], peers: readonly [ScreenPeer, ScreenPeer], taken: readonly Taken[]): void {
  const of = (peer: ScreenPeer) => taken.filter((each) => each.kind === kind && each.peer === peer);
  const middle = (peer: ScreenPeer, read: (figures: PhaseFigures) => number) =>
    medianOf(of(peer).map(({ figures }) => read(figures)));
  const medians = peers.map((peer) => middle(peer, ({ delaysMs }) => spreadOf(delaysMs).median));
  printHeading(`Screen change → readable: ${kind.title}`);
  printTable(
    [
      '',
      'median',
      'p95',
      'medians of the rounds',
      'pictures/s seen of drawn',
      'Mbit/s',
      'CPU host',
      'CPU viewer',
      'how',
    ],
    peers.map((peer) => [
      peer.name,
      inMs(middle(peer, ({ delaysMs }) => spreadOf(delaysMs).median)),
      inMs(middle(peer, ({ delaysMs }) => spreadOf(delaysMs).p95)),
      of(peer)
        .map(({ figures }) => inMs(spreadOf(figures.delaysMs).median))
        .join(', '),
      `${middle(peer, (f) => f.seenPerSecond).toFixed(1)} of ${middle(peer, (f) => f.drawnPerSecond).toFixed(1)}`,
      middle(peer, (f) => f.megabitsPerSecond).toFixed(3),
      `${middle(peer, (f) => f.hostPercent).toFixed(1)} %`,
      `${middle(peer, (f) => f.viewerPercent).toFixed(1)} %`,
      of(peer).at(-1)?.how ?? '',
    ]),
  );
  const [own = Number.NaN, other = Number.NaN] = medians;
  if (kind.target === undefined) return;
  console.log(
    `\nRatio of the medians: ${asRatio(own, other)} (target of the first version: at most ${kind.target} ×).`,
  );
}
