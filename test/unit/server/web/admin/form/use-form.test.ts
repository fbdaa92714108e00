import assert from 'node:assert/strict';
import { act } from 'preact/test-utils';
import type { Form } from '../../../../../../server/web/admin/form/use-form.ts';
import { draw } from '../../../../shared/ui/dom.ts';
import type { Drawn } from '../../../../shared/ui/dom.ts';

const { useForm } = await import('../../../../../../server/web/admin/form/use-form.ts');

interface Values {
  name: string;
  members: readonly string[];
}
type ProbeProps = { saved: Values; onDraw: (form: Form<Values>) => void };

describe('A form', () => {
  let form: Form<Values>;
  let drawn: Drawn<ProbeProps>;
  const onDraw = (now: Form<Values>) => (form = now);

  function Probe({ saved, onDraw: show }: ProbeProps) {
    show(useForm<Values>(saved, () => ({})));
    return null;
  }
  beforeEach(async () => {
    drawn = await draw<ProbeProps>(Probe, { saved: { name: 'Printers', members: ['Ana'] }, onDraw });
  });
  afterEach(() => drawn.remove());
  const isSaved = (saved: Values) => drawn.redraw({ saved, onDraw });

  it('shows what is saved meanwhile in fields that nobody has changed, and keeps what is typed', async () => {
    await act(() => form.set('name', 'Printing'));
    await isSaved({ name: 'Print', members: ['Ana', 'Bo'] });
    assert.deepEqual(form.values, { name: 'Printing', members: ['Ana', 'Bo'] });
    await act(() => form.discard());
    assert.deepEqual(form.values, { name: 'Print', members: ['Ana', 'Bo'] });
  });

  it('shows what the server has made of it once it is sent, but for what was typed on meanwhile', async () => {
    await act(() => form.set('members', ['Ana', 'Cy']));
    await act(() => form.set('name', 'Printing'));
    const sent = form.values;
    await act(() => form.set('name', 'Printing and fax'));
    await isSaved({ name: 'Printing', members: ['Ana', 'Bo', 'Cy'] });
    await act(() => form.sent(sent));
    assert.deepEqual(form.values, { name: 'Printing and fax', members: ['Ana', 'Bo', 'Cy'] });
  });
});
