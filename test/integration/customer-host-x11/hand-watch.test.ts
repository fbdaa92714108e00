import assert from 'node:assert/strict';
import { openHandWatch } from '../../../customer-host/hand/open-hand-watch.ts';
import type { HandEvent, HandWatch } from '../../../customer-host/hand/hand-watch.ts';
import { openInputInjector } from '../../../customer-host/input/open-input-injector.ts';
import type { InputInjector } from '../../../customer-host/input/input-injector.ts';
import { startXDisplay, until } from './x-display.ts';
import type { XDisplay } from './x-display.ts';

/** Input on the outer display reaches the inner one as that of real devices. */
describe('telling the customer’s own hand from injected input', function () {
  this.timeout(40_000);
  let screen: XDisplay;
  let ownHand: InputInjector;
  let injector: InputInjector;
  let watch: HandWatch;
  let events: HandEvent[];

  beforeEach(async () => {
    screen = await startXDisplay({ width: 800, height: 600, nested: true });
    ownHand = await openInputInjector(screen.outerDisplay);
    injector = await openInputInjector(screen.display);
    watch = await openHandWatch(screen.display);
    // Xephyr needs a moment before its window takes input: the hand moves until it is seen.
    let moves = 0;
    const unwatch = watch.onHand(() => (moves += 1000));
    await until('Xephyr to take input', () => {
      ownHand.pointerMove(400 + (moves % 7), 300);
      moves += 1;
      return moves >= 1000;
    });
    await stillFor(200);
    unwatch();
    events = [];
    watch.onHand((event) => events.push(event));
  });

  afterEach(async () => {
    watch.close();
    injector.close();
    ownHand.close();
    await screen.stop();
  });

  it('notices a movement of the customer’s own hand within 100 ms', async () => {
    const delaysMs: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      events.length = 0;
      const movedAt = Date.now();
      ownHand.pointerMove(300 + round * 10, 200);
      await until('the movement', () => events.length > 0);
      assert.equal(events[0]?.kind, 'pointer');
      delaysMs.push((events[0]?.at ?? Infinity) - movedAt);
      await stillFor(30);
    }
    const median = delaysMs.toSorted((a, b) => a - b)[4];
    assert.ok(median !== undefined && median <= 100, `delays were ${delaysMs.join(', ')} ms`);
  });

  it('notices keys and buttons of the customer’s own hand', async () => {
    ownHand.key('KeyA', 'a', true);
    ownHand.key('KeyA', 'a', false);
    await until('the key', () => events.some(({ kind }) => kind === 'key'));
    ownHand.pointerButton('left', true);
    ownHand.pointerButton('left', false);
    await until('the button', () => events.some(({ kind }) => kind === 'button'));
  });

  it('never takes what the rep does for the customer’s hand', async () => {
    for (let step = 0; step < 50; step += 1) injector.pointerMove(100 + step, 100 + step);
    injector.key('Escape', 'Escape', true);
    await injector.typeText('typed by the rep: ü 한 😀');
    injector.pointerButton('left', true);
    injector.pointerButton('left', false);
    injector.wheel(0, 3);
    await stillFor(2_500);
    assert.deepEqual(events, []);
  });

  it('notices the hand in the middle of what the rep does', async () => {
    const typing = injector.typeText('x'.repeat(400));
    await stillFor(50);
    assert.deepEqual(events, []);
    ownHand.pointerMove(50, 50);
    await until('the movement', () => events.length > 0);
    await typing;
  });

  it('says when Esc has been held for two seconds, once, and not for a short press', async () => {
    const held = (): HandEvent[] => events.filter(({ kind }) => kind === 'escHeld');
    ownHand.key('Escape', 'Escape', true);
    ownHand.key('Escape', 'Escape', false);
    await stillFor(2_300);
    assert.deepEqual(held(), []);

    const pressedAt = Date.now();
    ownHand.key('Escape', 'Escape', true);
    await until('the news', () => held().length > 0);
    const afterMs = (held()[0]?.at ?? 0) - pressedAt;
    assert.ok(afterMs >= 1_990, `it came after ${afterMs} ms`);
    ownHand.key('Escape', 'Escape', false);
    await stillFor(200);
    assert.equal(held().length, 1);
  });

  it('ends with a sentence when the desktop goes away', async () => {
    const reasons: string[] = [];
    watch.onLost((reason) => reasons.push(reason));
    await screen.stop();
    await until('the news', () => reasons.length > 0);
    assert.match(reasons[0] ?? '', /desktop of this computer has ended/);
  });
});

/** To see that nothing comes, one has to let time pass. */
function stillFor(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
