import { deepEqual, equal } from 'node:assert/strict';
import { act } from 'preact/test-utils';
import { draw, lastFocused, press } from './dom.ts';
import type { Drawn } from './dom.ts';
import { manualClock } from './manual-clock.ts';

const { OfferCard } = await import('../../../../shared/ui/offer-card.tsx');

type Props = Parameters<typeof OfferCard>[0];

describe('offer card', () => {
  let clock: ReturnType<typeof manualClock>;
  let done: string[];
  let card: Drawn<Props>;

  const props = (over: Partial<Props> = {}): Props => ({
    name: 'Ruben\u202E Achterberg',
    line: 'Software',
    untilMs: 20_000,
    totalMs: 20_000,
    words: { accept: 'Accept', pass: 'Pass' },
    acceptKey: 'Alt A',
    onAccept: () => done.push('accept'),
    clock,
    ...over,
  });

  const seconds = () => card.find('.rh-ring-text').textContent;

  beforeEach(async () => {
    clock = manualClock();
    done = [];
    card = await draw<Props>(OfferCard, props());
  });

  afterEach(() => card.remove());

  it('counts its seconds down and stops at nothing', async () => {
    equal(seconds(), '20');
    await act(() => clock.advance(1000));
    equal(seconds(), '19');
    await act(() => clock.advance(60_000));
    equal(seconds(), '0');
  });

  it('reads its seconds aloud at ten, and is silent in between', async () => {
    const spoken = () => card.find('[role=status]').textContent;
    await act(() => clock.advance(9_000));
    equal(spoken(), '');
    await act(() => clock.advance(1_000));
    equal(spoken(), '10 seconds left');
    await act(() => clock.advance(1_000));
    equal(spoken(), '');
  });

  it('does not take the focus from somebody who types', () => {
    equal(lastFocused() !== undefined && card.box.contains(lastFocused() as Node), false);
  });

  it('offers to pass only where passing is possible', async () => {
    equal(card.box.textContent?.includes('Pass'), false);
    await card.redraw(props({ onPass: () => done.push('pass') }));
    await press(card.button('Pass'));
    deepEqual(done, ['pass']);
  });

  it('accepts once while the answer is on its way', async () => {
    await press(card.button('Accept'));
    await card.redraw(props({ accepting: true }));
    await press(card.button('Accept'));
    deepEqual(done, ['accept']);
  });

  it('shows a name that tries to turn the reading order as it is', () => {
    equal(card.find('h2').textContent, 'Ruben Achterberg');
  });
});
