/** What is typed while a note or a report is on its way to be saved stays; the answer clears only what was sent. */
import assert from 'node:assert/strict';
import { h } from 'preact';
import { act } from 'preact/test-utils';
import * as v from 'valibot';
import { SessionReport } from '../../../../shared/contract/report.ts';
import { draw, fire, press, type } from '../../shared/ui/dom.ts';
import type { Drawn } from '../../shared/ui/dom.ts';
import { accountId, session } from '../builders.ts';
import { aView, later } from '../a-view.ts';

const { NotesPart } = await import('../../../../extension/report/notes-part.tsx');
const { ReportRoom } = await import('../../../../extension/report/report-room.tsx');

const draft = {
  ...{ customer: 'Marta', phone: '', email: '', incident: null, reason: 'Printer', outcome: null, done: 'Chat.' },
};
const aReport = (...saved: readonly string[]) =>
  v.parse(SessionReport, {
    session: session(),
    draft,
    facts: {
      ...{ channel: 'General', reps: ['Ana'], askedAt: null, startedAt: 0, endedAt: null },
      ...{ phases: [], acts: [], actsLeftOut: 0, messages: 0, guess: null },
    },
    versions: saved.map((done, place) => ({
      ...{ version: place + 1, by: { account: accountId(), name: 'Ana' }, from: 'session', at: place },
      fields: { ...draft, done },
    })),
  });

describe('What is typed while something is being saved', () => {
  let drawn: Drawn<object>;
  const settled = () => act(() => new Promise<void>((resolve) => setImmediate(resolve)));
  const redrawn = async () => {
    await settled();
    await drawn.redraw({});
  };
  afterEach(() => drawn.remove());

  it('is there when a note has been added, and the next note is another one', async () => {
    const answer = later<unknown>();
    const made = aView({ 'notes.list': () => ({ notes: [] }), 'notes.write': answer.answer });
    drawn = await draw(() => made.around(h(NotesPart, { session: session(), onIntoReport: undefined })), {});
    await redrawn();
    const field = () => drawn.find('textarea[name=note]');
    await type(field(), 'Be patient');
    await redrawn();
    await fire(drawn.find('form'), 'submit');
    await type(field(), 'Be patient\nShe is upset');
    await redrawn();
    answer.come({
      note: {
        id: 'n'.repeat(22),
        by: { account: accountId(), name: 'Ines' },
        text: 'Be patient',
        at: 1,
        editedAt: null,
      },
    });
    await redrawn();
    assert.equal(made.view.drafts.of(session()).note, 'She is upset');
    await fire(drawn.find('form'), 'submit');
    await settled();
    const ids = made.asked.flatMap(({ operation, params }) =>
      operation === 'notes.write' ? [v.parse(v.object({ clientId: v.string() }), params).clientId] : [],
    );
    assert.equal(new Set(ids).size, 2, 'another text is no second try of the first');
  });

  it('is there when a report has been saved, as a change upon it', async () => {
    const answer = later<unknown>();
    let report = aReport();
    const made = aView({
      'notes.list': () => ({ notes: [] }),
      'reports.get': () => ({ report, incidents: [] }),
      'reports.save': answer.answer,
    });
    const props = { session: session(), customer: 'Marta', occasion: 1 };
    drawn = await draw(() => made.around(h(ReportRoom, props)), {});
    await redrawn();
    const field = () => drawn.find('textarea:not([name=note])');
    await type(field(), 'Changed the drum.');
    await redrawn();
    await press(drawn.button('Save'));
    await type(field(), 'Changed the drum. Cleaned it.');
    await redrawn();
    report = aReport('Changed the drum.');
    answer.come({ report });
    await redrawn();
    assert.deepEqual(made.view.drafts.of(session()).report, {
      base: 1,
      fields: { done: 'Changed the drum. Cleaned it.' },
    });
  });
});
