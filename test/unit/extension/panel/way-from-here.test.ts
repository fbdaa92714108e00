/** Where an answer leads that comes when the rep may have gone elsewhere. */
import assert from 'node:assert/strict';
import { aHead, anOpenSession, aRequest, requestId, session } from '../builders.ts';
import { aView, later } from '../a-view.ts';

const { createPanelModel } = await import('../../../../extension/panel/panel-model.ts');

describe('A request that is taken', () => {
  const claimed = { session: aHead({ id: session('marta') }) };

  function aPanel() {
    const answer = later<unknown>();
    const { view } = aView({ 'requests.claim': answer.answer, 'team.take': answer.answer });
    view.desk.requests.value = [{ request: aRequest(), gone: null }];
    view.desk.sessions.value = [anOpenSession({ id: session('ruben') })];
    return { panel: createPanelModel(view), answer };
  }

  it('opens its session, where the panel still is where it was pressed', async () => {
    const { panel, answer } = aPanel();
    panel.goTo('requests');
    const claiming = panel.claim(requestId());
    answer.come(claimed);
    await claiming;
    assert.deepEqual(panel.place.value, { at: 'session', session: session('marta'), tab: 'chat' });
  });

  it('leaves a rep alone who writes to another customer meanwhile, however it was taken', async () => {
    for (const order of ['claim', 'take'] as const) {
      const { panel, answer } = aPanel();
      panel.goTo('requests');
      const taking = order === 'claim' ? panel.claim(requestId()) : panel.lead.take(requestId());
      panel.goToSession(session('ruben'));
      answer.come(claimed);
      await taking;
      assert.deepEqual(panel.place.value, { at: 'session', session: session('ruben'), tab: 'chat' }, order);
      assert.equal(panel.claiming.value, null);
    }
  });
});
