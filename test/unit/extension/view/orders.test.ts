import assert from 'node:assert/strict';
import { viewContract } from '../../../../extension/port/view-contract.ts';
import { createOrders } from '../../../../extension/view/orders.ts';
import { createClient } from '../../../../shared/contract/contract.ts';
import { session } from '../builders.ts';
import { fails, scriptedCarrier } from '../scripted-carrier.ts';

describe('What the toast says', () => {
  it('stands until the person does something else, whatever is looked up meanwhile', async () => {
    const answers = {
      'link.retry': () => ({}),
      'notes.list': () => ({ notes: [] }),
      'sessions.putAway': fails('store-down'),
    };
    const orders = createOrders(
      createClient(viewContract, scriptedCarrier({ ...answers, 'reports.due': fails('store-full') })),
    );
    await orders.give('sessions.putAway', { session: session() });
    const told = orders.toast.value;
    assert.equal(told?.kind, 'failure');
    assert.deepEqual(await orders.ask('notes.list', { session: session() }), { answer: { notes: [] } });
    assert.equal((await orders.ask('reports.due', {})).failure?.code, 'store-full');
    assert.equal(orders.toast.value, told);
    await orders.give('link.retry', {});
    assert.equal(orders.toast.value, undefined);
  });
});
