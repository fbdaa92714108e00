import assert from 'node:assert/strict';
import { h } from 'preact';
import { act } from 'preact/test-utils';
import { draw, press, type } from '../../shared/ui/dom.ts';
import type { Drawn } from '../../shared/ui/dom.ts';
import { session } from '../builders.ts';
import { aView } from '../a-view.ts';

const { TransferDialog } = await import('../../../../extension/members/transfer-dialog.tsx');

describe('A handover brief', () => {
  let drawn: Drawn<object>;
  const made = aView({ 'members.choices': () => ({ reps: [], channels: [] }) });
  const firstBrief = { wanted: 'A printer', tried: 'Nothing yet.', state: '', promised: '' };
  const open = async () => {
    const props = {
      session: session(),
      title: 'Who goes on?',
      firstBrief,
      canStay: true,
      onAsk: async () => true,
      onClose: () => {},
    };
    drawn = await draw(() => made.around(h(TransferDialog, props)), {});
    await act(() => new Promise<void>((resolve) => setImmediate(resolve)));
  };
  const texts = () =>
    [...drawn.box.querySelectorAll('textarea')].map((field) => field.value || field.getAttribute('value') || '');

  it('is there again when its dialog was closed and is opened anew, and goes back to the log’s words by a link', async () => {
    await open();
    await type(drawn.find('fieldset textarea'), 'A printer on the second floor');
    await drawn.remove();
    await open();
    assert.deepEqual(made.view.drafts.of(session()).brief, { ...firstBrief, wanted: 'A printer on the second floor' });
    assert.equal(texts()[0], 'A printer on the second floor');
    await press(drawn.button('Undo what I wrote'));
    assert.equal(made.view.drafts.of(session()).brief, null);
    await drawn.remove();
  });
});
