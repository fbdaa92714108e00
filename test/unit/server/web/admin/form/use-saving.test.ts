import assert from 'node:assert/strict';
import { h } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { AppError } from '../../../../../../shared/contract/errors.ts';
import { draw, fire, press, type } from '../../../../shared/ui/dom.ts';
import type { Drawn } from '../../../../shared/ui/dom.ts';
import { aPanel } from '../a-panel.ts';

const { PanelForm } = await import('../../../../../../server/web/admin/form/panel-form.tsx');
const { useForm } = await import('../../../../../../server/web/admin/form/use-form.ts');
const { useSaving } = await import('../../../../../../server/web/admin/form/use-saving.tsx');

describe('Saving a form', () => {
  let drawn: Drawn<object>;
  let panel: Awaited<ReturnType<typeof aPanel>>['panel'];
  let stored: string[];
  let server: { refuses: boolean; asksFirst: boolean };

  /** A page with one field, of which something must be written. The server writes it with a capital. */
  function Page() {
    const [saved, setSaved] = useState('Printers');
    const form = useForm({ name: saved }, ({ name }) => (name === '' ? { name: 'Write a name.' } : {}));
    const { name } = form.values;
    const saving = useSaving({
      form,
      changes: name === saved ? [] : [`name “${name}”`],
      mayGo: () => Promise.resolve(!server.asksFirst),
      store: async () => {
        if (server.refuses) throw new AppError('not-found');
        stored.push(name);
        setSaved(name.replace(/^./, (first) => first.toUpperCase()));
      },
    });
    return h('div', {}, [
      h(PanelForm, {
        onSave: saving.save,
        children: [
          h('input', { value: name, onInput: (event) => form.set('name', event.currentTarget.value) }),
          h('p', { class: 'fault' }, form.faults.name),
        ],
      }),
      h('footer', {}, saving.bar),
      h('button', { onClick: saving.send }, 'Yes, send it'),
    ]);
  }
  const write = (name: string) => type(drawn.find('input'), name);
  /** Until the server has answered, and the page shows it. */
  const answered = () => act(() => new Promise<void>((resolve) => setImmediate(resolve)));
  const enter = async () => {
    await fire(drawn.find('form'), 'submit');
    await answered();
  };
  const pressAndWait = async (words: string) => {
    await press(drawn.button(words));
    await answered();
  };
  const bar = () => drawn.find('footer').textContent ?? '';

  beforeEach(async () => {
    stored = [];
    server = { refuses: false, asksFirst: false };
    const made = await aPanel();
    panel = made.panel;
    drawn = await draw(() => made.around(h(Page, {})), {});
  });
  afterEach(() => drawn.remove());

  it('has no bar and sends nothing while all is as saved', async () => {
    assert.equal(bar(), '');
    await enter();
    assert.deepEqual(stored, []);
  });

  it('lists what is not saved, asks before the page is left with it, and takes it back', async () => {
    await write('fax');
    assert.match(bar(), /1 change not saved: name “fax”/);
    panel.router.go('/admin/channels');
    assert.notEqual(panel.router.heldBack.value, undefined);
    panel.router.stay();
    await press(drawn.button('Discard'));
    assert.equal(bar(), '');
    panel.router.go('/admin/channels');
    assert.equal(panel.router.heldBack.value, undefined);
  });

  it('is sent by Enter and by the button, says so, and shows then what the server has', async () => {
    await write('fax');
    await enter();
    assert.equal(bar(), '');
    assert.equal(panel.model.toast.value?.text, 'Saved.');
    assert.equal((drawn.find('input') as HTMLInputElement).value, 'Fax');
    await write('scan');
    await pressAndWait('Save');
    assert.deepEqual(stored, ['fax', 'scan']);
  });

  it('says at the field what is wrong, and why the server did not take it where it lists the changes', async () => {
    await write('');
    await enter();
    assert.equal(drawn.find('.fault').textContent, 'Write a name.');
    server.refuses = true;
    await write('fax');
    await enter();
    assert.doesNotMatch(bar(), /not saved/);
    assert.match(bar(), /Save/);
    assert.deepEqual(stored, []);
    assert.equal((drawn.find('input') as HTMLInputElement).value, 'fax');
  });

  it('waits for a yes where something is asked first', async () => {
    server.asksFirst = true;
    await write('fax');
    await enter();
    assert.deepEqual(stored, []);
    assert.match(bar(), /1 change not saved/);
    await pressAndWait('Yes, send it');
    assert.deepEqual(stored, ['fax']);
  });
});
