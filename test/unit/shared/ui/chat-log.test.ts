import { equal } from 'node:assert/strict';
import { act } from 'preact/test-utils';
import { draw, fire } from './dom.ts';
import type { Drawn } from './dom.ts';

const { ChatLog } = await import('../../../../shared/ui/chat-log.tsx');

type Props = { label: string; endKey: number; children: string };

describe('A chat log', () => {
  let drawn: Drawn<Props>;
  let measured: () => void;

  const log = () => drawn.find('[role=log]');
  /** The browser lays it out anew. linkedom measures nothing. */
  const lay = (sizes: { clientWidth?: number; clientHeight?: number; scrollHeight?: number; scrollTop?: number }) => {
    for (const [name, value] of Object.entries(sizes))
      Object.defineProperty(log(), name, { value, writable: true, configurable: true });
  };
  const isAt = (top: number) => equal(log().scrollTop, top);

  beforeEach(async () => {
    globalThis.ResizeObserver = class {
      constructor(tell: ResizeObserverCallback) {
        measured = () => tell([], this);
      }
      observe() {}
      unobserve() {}
      disconnect() {}
    };
    drawn = await draw<Props>(ChatLog, { label: 'Chat', endKey: 1, children: 'Hello' });
    lay({ clientWidth: 400, clientHeight: 300, scrollHeight: 1000, scrollTop: 700 });
    await act(() => measured());
  });
  afterEach(async () => {
    await drawn.remove();
    Reflect.deleteProperty(globalThis, 'ResizeObserver');
  });

  it('stays at its end when it is made narrower, although the browser has moved in lines that are broken anew', async () => {
    lay({ clientWidth: 300, scrollHeight: 1600, scrollTop: 900 });
    await fire(log(), 'scroll');
    await act(() => measured());
    isAt(1600);
    equal(drawn.box.textContent?.includes('New messages'), false);
  });

  it('stays where its reader has scrolled to, however it is laid out then', async () => {
    lay({ scrollTop: 200 });
    await fire(log(), 'scroll');
    lay({ clientHeight: 200 });
    await act(() => measured());
    isAt(200);
    await drawn.redraw({ label: 'Chat', endKey: 2, children: 'Hello again' });
    isAt(200);
    equal(drawn.box.textContent?.includes('New messages'), true);
  });

  it('follows a picture that has come and made its entries longer', async () => {
    lay({ scrollHeight: 1300 });
    await act(() => measured());
    isAt(1300);
  });
});
