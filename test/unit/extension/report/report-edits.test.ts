import assert from 'node:assert/strict';
import * as v from 'valibot';
import { editedFields, editsSince, isOvertaken, withEdit } from '../../../../extension/report/report-edits.ts';
import { withoutSent } from '../../../../extension/report/without-sent.ts';
import { SessionReport } from '../../../../shared/contract/report.ts';
import type { ReportFields } from '../../../../shared/contract/report.ts';
import { accountId, session } from '../builders.ts';

const draft: ReportFields = {
  ...{ customer: 'Marta', phone: '', email: '', incident: null, reason: 'Printer', outcome: null, done: 'Chat.' },
};

/** A report that was saved with each of these texts of what was done. */
function aReport(...saved: readonly string[]): SessionReport {
  return v.parse(SessionReport, {
    session: session(),
    draft,
    facts: {
      ...{ channel: 'General', reps: ['Ana'], askedAt: null, startedAt: 0, endedAt: null },
      ...{ phases: [], acts: [], actsLeftOut: 0, messages: 0, guess: null },
    },
    versions: saved.map((done, place) => ({
      version: place + 1,
      by: { account: accountId(), name: 'Ana' },
      from: 'session',
      at: place,
      fields: { ...draft, done },
    })),
  });
}

describe('What a rep changes in a report', () => {
  it('stands over the draft, which goes on growing with the log where nothing was touched', () => {
    const edits = withEdit(aReport(), null, { phone: '112' });
    assert.deepEqual(edits, { base: 0, fields: { phone: '112' } });
    const grown = { ...aReport(), draft: { ...draft, done: 'Chat. Saw the screen.' } };
    assert.deepEqual(editedFields(grown, edits), { ...draft, phone: '112', done: 'Chat. Saw the screen.' });
  });

  it('is nothing any more once it says again what stands there', () => {
    const edits = withEdit(aReport(), withEdit(aReport(), null, { phone: '112' }), { outcome: 'solved' });
    assert.deepEqual(edits?.fields, { phone: '112', outcome: 'solved' });
    assert.equal(withEdit(aReport(), edits, { phone: '', outcome: null }), null);
  });

  it('stays upon the version that it was begun on, and is overtaken by a newer one', () => {
    const edits = withEdit(aReport('Once'), null, { phone: '112' });
    assert.equal(edits?.base, 1);
    assert.equal(isOvertaken(aReport('Once'), edits), false);
    const newer = aReport('Once', 'Twice');
    assert.equal(isOvertaken(newer, edits), true);
    assert.equal(isOvertaken(newer, null), false);
    assert.equal(editedFields(newer, edits).done, 'Twice');
    assert.equal(withEdit(newer, edits, { email: 'a@b.example' })?.base, 1, 'a further change does not hide it');
  });

  it('keeps what was typed while it was being saved, also where that was taken back', () => {
    const report = aReport('Once');
    const sent = editedFields(report, withEdit(report, null, { done: 'Changed the drum.', phone: '112' }));
    const saved = aReport('Once', 'Changed the drum.');
    assert.equal(editsSince(saved, sent, sent), null);
    const typedOn = { ...sent, done: 'Changed the drum. Cleaned it.' };
    assert.deepEqual(editsSince(saved, typedOn, sent), { base: 2, fields: { done: typedOn.done } });
    assert.deepEqual(editsSince(saved, { ...sent, done: 'Once' }, sent), { base: 2, fields: { done: 'Once' } });
  });
});

describe('A field whose text was sent', () => {
  it('keeps what was typed behind it meanwhile, or all of another text', () => {
    assert.equal(withoutSent('Be patient', 'Be patient'), '');
    assert.equal(withoutSent('Be patient\nShe is upset', 'Be patient'), 'She is upset');
    assert.equal(withoutSent('Something else', 'Be patient'), 'Something else');
  });
});
