import assert from 'node:assert/strict';
import { h } from 'preact';
import type { View } from '../../../../extension/view/open-view.ts';
import type { SessionHead } from '../../../../shared/contract/session.ts';
import { draw, fire, press } from '../../shared/ui/dom.ts';
import { accountId, aHead } from '../builders.ts';

const { ViewContext } = await import('../../../../extension/view/view-context.ts');
const { EndSession } = await import('../../../../extension/session/end-session.tsx');

const ana = { account: accountId('ana'), displayName: 'Ana', picture: null, hands: 'view' } as const;
const shared = aHead({ state: 'live', channelName: 'Printers', guests: [ana] });
const alone = aHead({ state: 'live', channelName: 'Printers' });

/** The dialog, with what it has ordered. */
async function anEnding(head: SessionHead) {
  const ordered: [string, unknown][] = [];
  const give = (name: string, params: unknown) => Promise.resolve(void ordered.push([name, params]));
  const view = { orders: { give } } as unknown as View;
  Object.assign(HTMLElement.prototype, { showModal() {}, close() {} });
  const Asked = ({ now }: { now: SessionHead }) =>
    h(ViewContext.Provider, { value: view, children: h(EndSession, { head: now, onClose: () => {} }) });
  const drawn = await draw(Asked, { now: head });
  return { drawn, ordered, become: (now: SessionHead) => drawn.redraw({ now }) };
}

describe('The question how a session is to end', () => {
  it('leaves it to nobody else when the guest who was chosen has gone meanwhile', async () => {
    const { drawn, ordered, become } = await anEnding(shared);
    await fire(drawn.find(`input[value="guest ${ana.account}"]`), 'change');
    await become(alone);
    assert.match(drawn.box.textContent, /not possible any more/);
    await press(drawn.button('Leave'));
    assert.deepEqual(ordered, []);
    await fire(drawn.find('input[value="line"]'), 'change');
    assert.doesNotMatch(drawn.box.textContent, /not possible any more/);
    await press(drawn.button('Leave'));
    assert.deepEqual(ordered, [['members.toLine', { session: alone.id }]]);
    await drawn.remove();
  });

  it('leaves it to the guest who was chosen and is still there', async () => {
    const { drawn, ordered } = await anEnding(shared);
    await fire(drawn.find(`input[value="guest ${ana.account}"]`), 'change');
    await press(drawn.button('Leave'));
    assert.deepEqual(ordered, [['members.leave', { session: shared.id, to: ana.account }]]);
    await drawn.remove();
  });
});
