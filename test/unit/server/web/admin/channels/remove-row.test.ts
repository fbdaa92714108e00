import assert from 'node:assert/strict';
import { h } from 'preact';
import type { Channel } from '../../../../../../shared/contract/channel.ts';
import { draw, press } from '../../../../shared/ui/dom.ts';
import type { Drawn } from '../../../../shared/ui/dom.ts';
import { aPanel } from '../a-panel.ts';
import { aChannel } from './a-channel.ts';

const { RemoveRow } = await import('../../../../../../server/web/admin/channels/remove-row.tsx');

type Props = { channel: Channel };

describe('Removing a channel', () => {
  let drawn: Drawn<Props>;
  const drawRow = async (channel: Channel) => {
    const panel = await aPanel();
    drawn = await draw<Props>((props) => panel.around(h(RemoveRow, props)), { channel });
  };
  // linkedom opens no dialogs.
  before(() => Object.assign(HTMLElement.prototype, { showModal: () => undefined, close: () => undefined }));
  after(() => {
    for (const name of ['showModal', 'close']) Reflect.deleteProperty(HTMLElement.prototype, name);
  });
  afterEach(() => drawn.remove());

  it('is held with the reason beside it while somebody waits', async () => {
    await drawRow(aChannel({ waiting: 2 }));
    const button = drawn.button('Remove channel…');
    assert.equal(button.getAttribute('aria-disabled'), 'true');
    await press(button);
    assert.equal(drawn.box.querySelector('dialog'), null);
    assert.match(drawn.box.textContent ?? '', /2 customers wait in it now\. Once they are helped it can be removed\./);
  });

  it('says first how many reservations it would close', async () => {
    await drawRow(aChannel({ reservations: { open: 3, most: 20 } }));
    await press(drawn.button('Remove channel…'));
    assert.match(
      drawn.find('dialog').textContent ?? '',
      /3 reservations are open and would be closed: nobody calls these customers back.*2 accounts are in it/,
    );
    await drawn.redraw({ channel: aChannel({ waiting: 1 }) });
    assert.equal(drawn.box.querySelector('dialog'), null);
  });
});
