import { deepEqual, equal } from 'node:assert/strict';
import { act } from 'preact/test-utils';
import { draw, press } from './dom.ts';
import { manualClock } from './manual-clock.ts';

const { initials } = await import('../../../../shared/ui/avatar.tsx');
const { Badge } = await import('../../../../shared/ui/badge.tsx');
const { Button } = await import('../../../../shared/ui/button.tsx');
const { isNearEnd } = await import('../../../../shared/ui/chat-log.tsx');
const { Toast } = await import('../../../../shared/ui/toast.tsx');

describe('small parts', () => {
  it('a face without a picture shows the first letters of first and last word', () => {
    deepEqual(
      ['Ines Halvorsen', 'Rosalind Achebe-Hale', 'ana', '이순신', '  ', '\u202E(Ilse) van Overbeke'].map(initials),
      ['IH', 'RH', 'A', '이', '?', 'IO'],
    );
  });

  it('a count above 99 is shown as 99+', async () => {
    const drawn = await draw(Badge, { count: 100 });
    equal(drawn.box.textContent, '99+');
    await drawn.remove();
  });

  it('a button that is held tells why and does nothing', async () => {
    let presses = 0;
    const drawn = await draw(Button, {
      children: 'Ask again',
      disabledReason: 'Ask again in 30 s',
      onClick: () => (presses += 1),
    });
    const button = drawn.button('Ask again');
    await press(button);
    equal(presses, 0);
    equal(button.getAttribute('aria-disabled'), 'true');
    equal(button.getAttribute('title'), 'Ask again in 30 s');
    await drawn.remove();
  });

  it('a chat log follows its end only while the reader is there', () => {
    equal(isNearEnd({ scrollTop: 590, clientHeight: 400, scrollHeight: 1000 }), true);
    equal(isNearEnd({ scrollTop: 300, clientHeight: 400, scrollHeight: 1000 }), false);
  });

  it('a toast leaves after six seconds, a failure stays', async () => {
    const clock = manualClock();
    let closed = 0;
    const onClose = () => (closed += 1);
    const drawn = await draw<Parameters<typeof Toast>[0]>(Toast, {
      message: { id: '1', text: 'Saved' },
      onClose,
      clock,
    });
    await act(() => clock.advance(5_999));
    equal(closed, 0);
    await act(() => clock.advance(1));
    equal(closed, 1);
    await drawn.redraw({ message: { id: '2', text: 'Not saved', kind: 'failure' }, onClose, clock });
    await act(() => clock.advance(60_000));
    equal(closed, 1);
    await drawn.remove();
  });
});
