import assert from 'node:assert/strict';
import { h } from 'preact';
import { draw, press } from '../../shared/ui/dom.ts';
import { aDesk, aHead, session } from '../builders.ts';
import { aView } from '../a-view.ts';

const { createPanelModel } = await import('../../../../extension/panel/panel-model.ts');
const { SessionComposer } = await import('../../../../extension/session/chat.tsx');
const { useSignOut } = await import('../../../../extension/panel/strip/sign-out.tsx');

const file = new File(['lamp'], 'lamp.png');

describe('Pictures that wait beside what is being written', () => {
  it('cannot be sent while nothing can be written, and can be put away', async () => {
    const { view, around } = aView();
    Object.defineProperty(view, 'calls', { value: { ask: () => {} } });
    view.files.held.hold(session(), file);
    const props = { head: aHead(), entries: [], drafts: createPanelModel(view).drafts };
    const drawn = await draw(() => around(h(SessionComposer, props)), {});
    const buttons = () => [...drawn.box.querySelectorAll('.ext-held button')].map((one) => one.textContent);
    assert.deepEqual(buttons(), ['Send', '']);
    const because = { level: 'account', name: '' } as const;
    view.desk.desk.value = aDesk({ rights: [{ tool: 'chat', allowed: false, because }] });
    await drawn.redraw({});
    assert.deepEqual(buttons(), ['']);
    await press(drawn.find('.ext-held button'));
    assert.deepEqual(view.files.held.all.value, []);
    await drawn.remove();
  });

  it('are asked about before the rep signs out', async () => {
    const { view, around, asked } = aView();
    const SignOut = () => {
      const { signOut, question } = useSignOut();
      return h('div', {}, h('button', { onClick: signOut }, 'Go'), question);
    };
    view.files.held.hold(session(), file);
    const drawn = await draw(() => around(h(SignOut, {})), {});
    await press(drawn.button('Go'));
    assert.match(drawn.box.textContent, /Sign out and lose what is not sent\?/);
    assert.deepEqual(
      asked.filter(({ operation }) => operation === 'account.signOut'),
      [],
    );
    await drawn.remove();
  });
});
