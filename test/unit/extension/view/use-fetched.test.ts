import assert from 'node:assert/strict';
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { draw, press } from '../../shared/ui/dom.ts';
import type { Drawn } from '../../shared/ui/dom.ts';
import { session } from '../builders.ts';
import { fails } from '../scripted-carrier.ts';
import { aView } from '../a-view.ts';

const { FetchedState, useFetched } = await import('../../../../extension/view/use-fetched.tsx');
const { useView } = await import('../../../../extension/view/view-context.ts');

describe('What a page fetches by itself', () => {
  let isThere: boolean;
  let made: ReturnType<typeof aView>;
  let drawn: Drawn<object>;

  function Page() {
    const { orders } = useView();
    const fetched = useFetched(() => orders.ask('notes.list', { session: session() }), []);
    return h('div', {}, h(FetchedState, { fetched, label: 'Loading' }), fetched.value && h('p', {}, 'All notes'));
  }
  const settled = () => act(() => new Promise<void>((resolve) => setImmediate(resolve)));
  const text = () => drawn.box.textContent ?? '';

  beforeEach(async () => {
    isThere = false;
    made = aView({ 'notes.list': (params) => (isThere ? { notes: [] } : fails('store-down')(params)) });
    drawn = await draw(() => made.around(h(Page, {})), {});
    await settled();
  });
  afterEach(() => drawn.remove());

  it('says why it is not there, with a button that asks again', async () => {
    assert.match(text(), /This could not be fetched\..*cannot reach its data/);
    assert.equal(made.view.orders.toast.value, undefined, 'no toast for what nobody pressed');
    isThere = true;
    await press(drawn.button('Try again'));
    await settled();
    assert.equal(text(), 'All notes');
  });

  it('is asked for again when the link is back, and stays in sight when it cannot be brought up to date', async () => {
    const reconnect = async () => {
      await act(() => made.setOnline(false));
      await drawn.redraw({});
      await act(() => made.setOnline(true));
      await drawn.redraw({});
      await settled();
    };
    isThere = true;
    await reconnect();
    assert.equal(text(), 'All notes');
    isThere = false;
    await reconnect();
    assert.match(text(), /This may be old\..*Try again.*All notes/);
  });
});
