/** What a panel that stays open shows to the account that signs in next. */
import assert from 'node:assert/strict';
import { Signal } from '@preact/signals';
import '../../shared/ui/dom.ts';
import { aView } from '../a-view.ts';
import { anOpenSession, session } from '../builders.ts';

const { createPanelModel } = await import('../../../../extension/panel/panel-model.ts');
const { keepPanel } = await import('../../../../extension/panel/keep-panel.ts');

/** All that a model holds, whatever it is called: a signal that is added and not reset is found too. */
function held(model: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(model).flatMap(([name, part]) => (part instanceof Signal ? [[name, part.peek()]] : [])),
  );
}

describe('A panel whose account has gone', () => {
  it('is as it was when it was opened, whatever was begun in it', () => {
    const { view } = aView({ 'view.look': () => ({}) });
    const panel = createPanelModel(view);
    const atFirst = held(panel);
    keepPanel(view, panel);
    view.desk.sessions.value = [anOpenSession()];
    const file = new File(['x'], 'lamp.png');
    panel.goToSession(session(), 'screen');
    panel.memberAsk.value = 'invite';
    panel.isPictureLive.value = true;
    panel.areKeysShown.value = true;
    panel.isSearching.value = true;
    panel.claiming.value = 'request';
    panel.showWaysIn(session());
    panel.guideTo.value = 'marta@example.org';
    panel.giving.value = { is: 'picture', address: 'https://intranet.example/lamp.png', file };
    panel.customerName.value = 'Marta Kowalenko';
    panel.historyQuestion.value = { text: 'Marta', from: '', to: '' };
    panel.consents.asking.value = { session: session(), scope: 'view' };
    view.orders.tell('Marta has joined');

    view.desk.link.value = { at: 'signed-out', server: '', userId: '', because: null };
    view.desk.desk.value = null;
    view.desk.sessions.value = [];
    assert.deepEqual(held(panel), atFirst);
    assert.equal(panel.consents.asking.value, null);
    assert.equal(view.orders.toast.value, undefined);
  });
});
