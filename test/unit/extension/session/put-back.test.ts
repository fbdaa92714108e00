/** A message that the link owner did not take, because it was being made anew. */
import assert from 'node:assert/strict';
import * as v from 'valibot';
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { AppError } from '../../../../shared/contract/errors.ts';
import { draw, pressKey, type } from '../../shared/ui/dom.ts';
import type { Drawn } from '../../shared/ui/dom.ts';
import { accountId, aDesk, aHead, session } from '../builders.ts';
import { aView } from '../a-view.ts';

const { createPanelModel } = await import('../../../../extension/panel/panel-model.ts');
const { SessionComposer } = await import('../../../../extension/session/chat.tsx');

describe('A message that nobody took', () => {
  let drawn: Drawn<object>;
  let made: ReturnType<typeof aView>;
  let refuse: () => Promise<void>;
  const settle = () => act(() => new Promise<void>((resolve) => setImmediate(resolve)));
  const draft = () => {
    const { chat, audience } = made.view.drafts.of(session());
    return [chat, audience];
  };
  const field = () => drawn.find('textarea');
  const sent = () =>
    made.asked
      .filter(({ operation }) => operation === 'chat.write')
      .map(({ params }) => v.parse(v.object({ clientId: v.string(), text: v.string() }), params));

  beforeEach(async () => {
    const refusals: (() => void)[] = [];
    const write = () => new Promise((_, reject) => refusals.push(() => reject(new AppError('no-answer'))));
    refuse = async () => {
      refusals.shift()?.();
      await settle();
    };
    made = aView({ 'chat.write': write, 'chat.typing': () => ({}) });
    const { view, around } = made;
    Object.defineProperty(view, 'calls', { value: { ask: () => {} } });
    const { drafts } = createPanelModel(view);
    const props = { head: aHead(), entries: [], drafts };
    drawn = await draw(() => around(h(SessionComposer, props)), {});
  });
  afterEach(() => drawn.remove());

  it('stands before what was typed meanwhile, as private as it was', async () => {
    made.view.drafts.change({ session: session(), audience: 'reps' });
    await settle();
    await type(field(), 'She is upset');
    await pressKey('Enter', field());
    assert.deepEqual(draft(), ['', 'reps']);
    made.view.drafts.change({ session: session(), chat: 'Good mor', audience: 'all' });
    await refuse();
    assert.deepEqual(draft(), ['She is upset\nGood mor', 'reps']);
  });

  it('is the same message when Enter is pressed again', async () => {
    await type(field(), 'Good morning');
    await pressKey('Enter', field());
    await refuse();
    assert.deepEqual(draft(), ['Good morning', 'all']);
    await pressKey('Enter', field());
    const [first, second] = sent();
    assert.equal(first?.text, 'Good morning');
    assert.deepEqual(second, first);
  });

  it('is not put before another account that has signed in meanwhile', async () => {
    await type(field(), 'Good morning');
    await pressKey('Enter', field());
    made.view.desk.desk.value = aDesk({ account: { ...aDesk().account, id: accountId('bo') } });
    await refuse();
    assert.deepEqual(draft(), ['', 'all']);
  });
});
