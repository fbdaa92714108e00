import assert from 'node:assert/strict';
import { h } from 'preact';
import { act } from 'preact/test-utils';
import * as v from 'valibot';
import { SessionId } from '../../../../../../shared/contract/identifiers.ts';
import type { SessionReportAtWork } from '../../../../../../server/web/admin/sessions/report/use-session-report.ts';
import { draw } from '../../../../shared/ui/dom.ts';
import type { Drawn } from '../../../../shared/ui/dom.ts';
import { aPanel, anAccount } from '../a-panel.ts';

const { useSessionReport } = await import('../../../../../../server/web/admin/sessions/report/use-session-report.ts');

const id = v.parse(SessionId, 's'.repeat(22));
const draft = {
  ...{ customer: 'Marta', phone: '', email: '', incident: null, reason: 'Printer', outcome: null, done: 'Chat.' },
};
const aReport = (...saved: readonly string[]) => ({
  session: id,
  draft,
  facts: {
    ...{ channel: 'General', reps: ['Ana'], askedAt: null, startedAt: 0, endedAt: null },
    ...{ phases: [], acts: [], actsLeftOut: 0, messages: 0, guess: null },
  },
  versions: saved.map((done, place) => ({
    ...{ version: place + 1, by: { account: anAccount.id, name: 'Maria' }, from: 'web-panel', at: place },
    fields: { ...draft, done },
  })),
});

describe('A report that is corrected in the web panel', () => {
  let work: SessionReportAtWork;
  let drawn: Drawn<object>;
  let comes: (answer: unknown) => void;

  function Probe({ onDraw }: { onDraw: (drawn: SessionReportAtWork) => void }) {
    onDraw(useSessionReport(id));
    return null;
  }
  const onDraw = (now: SessionReportAtWork) => (work = now);
  const settled = () => act(() => new Promise<void>((resolve) => setImmediate(resolve)));
  beforeEach(async () => {
    const saved = new Promise((resolve) => (comes = resolve));
    const { around } = await aPanel({
      'sessions.report': () => ({ report: aReport(), incidents: [], notes: [] }),
      'sessions.saveReport': () => saved,
    });
    drawn = await draw(() => around(h(Probe, { onDraw })), {});
    await settled();
    await act(() => work.edit());
    await act(() => work.form.set('done', 'Changed the drum.'));
    await act(() => work.saving.save());
  });
  afterEach(() => drawn.remove());

  it('is shown as it was saved', async () => {
    comes({ report: aReport('Changed the drum.') });
    await settled();
    assert.deepEqual([work.isEditing, work.saving.bar], [false, undefined]);
    assert.equal(work.form.values.done, 'Changed the drum.');
  });

  it('stays open with what was typed while it was being saved', async () => {
    await act(() => work.form.set('done', 'Changed the drum. Cleaned it.'));
    comes({ report: aReport('Changed the drum.') });
    await settled();
    assert.equal(work.isEditing, true);
    assert.notEqual(work.saving.bar, undefined, 'it is listed as not saved');
    assert.equal(work.form.values.done, 'Changed the drum. Cleaned it.');
  });
});
