import assert from 'node:assert/strict';
import { createCallDesk } from '../../../../extension/link-owner/call-desk.ts';
import { createOwnerState, viewState } from '../../../../extension/link-owner/owner-state.ts';
import type { ViewEvent } from '../../../../extension/port/view-state.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import { session } from '../builders.ts';

function aDesk({ refuses = false } = {}) {
  const state = createOwnerState();
  const told: ViewEvent[] = [];
  const asked: string[] = [];
  const timers: (() => void)[] = [];
  const desk = createCallDesk({
    state,
    server: {
      call: (name) => {
        asked.push(name);
        // Whatever is asked is answered with nothing, which is what ending a call is answered with.
        return refuses ? Promise.reject(new AppError('not-found')) : new Promise(() => undefined);
      },
    },
    tell: (event) => told.push(event),
    after: (_delayMs, run) => {
      timers.push(run);
      return () => undefined;
    },
  });
  return { state, told, asked, timers, desk };
}

const window = { id: 1 };
const panel = { id: 2 };
const call = { session: session(), askedAt: 5000, camera: false };
/** As its window reports it. */
const own = { ...call, muted: false };

describe('The call that a browser is in', () => {
  it('runs once its window says so, muted or not, and the panel sees that', () => {
    const { state, desk } = aDesk();
    desk.here(call);
    assert.deepEqual(state.call.value, { ...call, muted: false, isOpen: false });
    desk.report(window, { ...own, muted: true });
    assert.deepEqual(state.call.value, { ...call, muted: true, isOpen: true });
    desk.report(window, { ...own, session: session('another') });
    assert.equal(state.call.value?.muted, true);
  });

  it('is muted by order of any view, which the window carries out', () => {
    const { told, desk } = aDesk();
    desk.order(session(), true);
    assert.deepEqual(told, [{ type: 'call.ordered', session: session(), muted: true }]);
  });

  it('is hung up when its window has gone and does not come back', () => {
    const { state, asked, timers, desk } = aDesk();
    desk.here(call);
    desk.report(window, own);
    desk.left(window);
    assert.equal(state.call.value?.isOpen, false);
    assert.deepEqual(asked, []);
    timers.forEach((run) => run());
    assert.deepEqual(asked, ['call.end']);
  });

  it('goes on when the window was only loaded anew, when the panel goes, and when it runs elsewhere by now', () => {
    const { asked, timers, desk } = aDesk();
    desk.here(call);
    desk.report(window, own);
    desk.left(panel);
    desk.left(window);
    desk.report({ id: 3 }, own);
    timers.forEach((run) => run());
    desk.left({ id: 3 });
    desk.here(null);
    timers.forEach((run) => run());
    assert.deepEqual(asked, []);
  });

  it('is learned from its window by a link owner that was made anew, once, and hung up with that window like any other', () => {
    const { state, asked, timers, desk } = aDesk();
    assert.equal('call' in viewState(state), false);
    desk.report(window, { ...own, muted: true });
    assert.deepEqual(state.call.value, { ...call, muted: true, isOpen: true });
    desk.left(window);
    timers.forEach((run) => run());
    assert.deepEqual(asked, ['call.end']);
    desk.here(null);
    desk.report(window, own);
    assert.equal(state.call.value, null);
  });

  it('may have ended by itself meanwhile', async () => {
    const { timers, desk } = aDesk({ refuses: true });
    desk.here(call);
    desk.report(window, own);
    desk.left(window);
    timers.forEach((run) => run());
    await Promise.resolve();
  });
});
