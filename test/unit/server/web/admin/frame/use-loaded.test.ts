import assert from 'node:assert/strict';
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { AppError } from '../../../../../../shared/contract/errors.ts';
import type { Loaded } from '../../../../../../server/web/admin/frame/use-loaded.ts';
import { draw } from '../../../../shared/ui/dom.ts';
import type { Drawn } from '../../../../shared/ui/dom.ts';
import { aPanel } from '../a-panel.ts';

const { useFresh } = await import('../../../../../../server/web/admin/frame/use-fresh.ts');
const { useLoaded } = await import('../../../../../../server/web/admin/frame/use-loaded.ts');

const noAnswer = new AppError('no-answer');

describe('What a page shows of the server', () => {
  let panel: Awaited<ReturnType<typeof aPanel>>;
  let drawn: Drawn<{ which: string }>;
  let loaded: Loaded<string>;
  /** The questions that are out, oldest first. */
  let out: { resolve: (answer: string) => void; reject: (error: AppError) => void }[];
  /** The time between two looks has passed. */
  let passTime: () => void;
  const { setInterval: realSetInterval } = globalThis;

  function Probe({ which, onDraw }: { which: string; onDraw: (drawn: Loaded<string>) => void }) {
    const ask = () => new Promise<string>((resolve, reject) => out.push({ resolve, reject }));
    const asked = useLoaded(ask, which);
    useFresh(asked);
    onDraw(asked.loaded);
    return null;
  }
  const onDraw = (now: Loaded<string>) => (loaded = now);

  beforeEach(async () => {
    out = [];
    panel = await aPanel();
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    globalThis.setInterval = ((look: () => void) => {
      passTime = look;
      return realSetInterval(() => undefined, 2 ** 30).unref();
    }) as typeof setInterval;
    drawn = await draw(({ which }: { which: string }) => panel.around(h(Probe, { which, onDraw })), { which: 'one' });
    globalThis.setInterval = realSetInterval;
  });
  afterEach(() => drawn.remove());

  const answers = (answer: string | AppError) =>
    act(async () => {
      const question = out.shift();
      if (typeof answer === 'string') question?.resolve(answer);
      else question?.reject(answer);
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    });
  const timePasses = () => act(() => passTime());

  it('stays when a look again fails, with why, and is brought up to date by the next one', async () => {
    await answers('first');
    await timePasses();
    await answers(noAnswer);
    assert.deepEqual(loaded, { at: 'ready', value: 'first', missed: noAnswer });
    await timePasses();
    await answers('second');
    assert.deepEqual(loaded, { at: 'ready', value: 'second' });
  });

  it('is replaced by the failure when something else was asked for', async () => {
    await answers('first');
    await drawn.redraw({ which: 'other' });
    await answers(noAnswer);
    assert.deepEqual(loaded, { at: 'failed', error: noAnswer });
    await timePasses();
    await answers(noAnswer);
    assert.deepEqual(loaded, { at: 'failed', error: noAnswer });
  });

  it('is asked for again only once the answer before has come', async () => {
    await timePasses();
    await timePasses();
    assert.equal(out.length, 1);
    await answers('first');
    await timePasses();
    assert.equal(out.length, 1);
  });

  it('is not asked for while the sign-in has run out, and again once it is renewed', async () => {
    await answers('first');
    panel.runOut();
    const { model } = panel.panel;
    const waiting = model.server.call('channels.list', {}).catch(() => undefined);
    while (!model.hasRunOut.value) await Promise.resolve();
    for (let looks = 0; looks < 10; looks += 1) await timePasses();
    assert.equal(out.length, 0);
    await model.signInAgain('correct horse battery');
    await waiting;
    await timePasses();
    assert.equal(out.length, 1);
  });
});
