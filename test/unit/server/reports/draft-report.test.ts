import assert from 'node:assert/strict';
import * as v from 'valibot';
import { draftReport } from '../../../../server/reports/draft-report.ts';
import type { ReportSubject } from '../../../../server/reports/draft-report.ts';
import { PublicIncident } from '../../../../shared/contract/incident.ts';
import { ReportFields, mostReportActs, reportChanges } from '../../../../shared/contract/report.ts';
import { FileId } from '../../../../shared/contract/session-log.ts';
import type { EntryBody, LogEntry } from '../../../../shared/contract/session-log.ts';
import { aLog, asked, begun, granted, shown } from '../sessions/a-log.ts';
import type { Line } from '../sessions/a-log.ts';

const password = v.parse(PublicIncident, { id: 'p'.repeat(22), name: 'Password', parent: null, channels: [] });
const chosen = { id: password.id, name: 'Access › Password' };
const customer = { name: 'Marta', email: 'marta@example.org', phone: '+34 600 123' };
const subject = { customer, channel: 'General', incident: null, reason: 'Printer', askedAt: null, startedAt: 0 };
const end: Line = [100, 'rep', { kind: 'ended', reason: 'finished' }];

const draftOf = (lines: readonly Line[], over: Partial<ReportSubject> = {}) =>
  draftReport({ ...subject, ...over }, aLog(...lines), [password], 0);
const doneOf = (...lines: readonly Line[]) => draftOf(lines).draft.done.split('\n');

describe('The draft of a report', () => {
  it('has the customer’s name, number and address, and the reason, as they were given', () => {
    const { draft, facts } = draftOf([...begun, end]);
    assert.deepEqual(
      [draft.customer, draft.phone, draft.email, draft.reason],
      ['Marta', '+34 600 123', 'marta@example.org', 'Printer'],
    );
    assert.deepEqual([facts.channel, facts.reps, facts.endedAt], ['General', ['Ana'], 100_000]);
  });

  it('has the incident that was chosen, and guesses none beside it', () => {
    const { draft, facts } = draftOf([...begun], { incident: chosen, reason: 'Password' });
    assert.deepEqual([draft.incident, facts.guess], [chosen, null]);
  });

  it('guesses the incident from reason and chat, and says so', () => {
    const { draft, facts } = draftOf([...begun], { reason: 'My passwords' });
    assert.deepEqual([draft.incident?.name, facts.guess?.words], ['Password', ['password']]);
    const repsOnly = {
      ...aLog([3, 'rep', { kind: 'chat', text: 'Password password' }])[0],
      audience: 'reps',
    } as LogEntry;
    assert.equal(draftReport({ ...subject, reason: 'x' }, [repsOnly], [password], 0).draft.incident, null);
  });

  it('says in words what was done, for how long, and what was refused', () => {
    const done = doneOf(
      ...begun,
      [2, 'rep', { kind: 'chat', text: 'Hello' }],
      [3, 'rep', asked('view')],
      [4, 'customer', { kind: 'refused', scope: 'view', place: 'page' }],
      [40, 'rep', asked('control')],
      [45, 'host', granted('control')],
      [45, 'host', shown],
      [60, 'host', { kind: 'paused', hand: 'pointer' }],
      [70, 'host', { kind: 'resumed' }],
      [150, 'customer', { kind: 'ended', reason: 'feels-wrong' }],
    );
    assert.deepEqual(done, [
      'Chat: 1 message.',
      'Saw the screen for 1 min 45 s.',
      'Used mouse and keyboard for 1 min 35 s.',
      'Seeing the screen was refused.',
      'The customer ended it: this feels wrong.',
    ]);
  });

  it('names files of either side, calls, what was opened, and everybody who helped', () => {
    const file = (name: string): EntryBody => {
      const kept = v.parse(FileId, 'f'.repeat(22));
      return { kind: 'file', file: kept, name, bytes: 9, type: 'other', picture: null };
    };
    const folder = { what: 'folder', name: 'Scans', path: '~/Scans' } as const;
    const lines: readonly Line[] = [
      ...begun,
      [2, 'customer', file('error.log')],
      [3, 'rep', file('fix.zip')],
      [3, 'rep', file('fix.zip')],
      [4, 'rep', { kind: 'launch-settled', launch: folder, outcome: 'done' }],
      [5, 'rep', { kind: 'launch-settled', launch: { ...folder, name: 'Attic' }, outcome: 'not-found' }],
      [90, 'customer', { kind: 'call-ended', reason: 'hung-up', durationMs: 61_000 }],
    ];
    const secret = { ...aLog([6, 'rep', file('invoice.pdf')])[0], audience: 'reps' } as LogEntry;
    const ines = {
      ...aLog([7, 'rep', { kind: 'joined', role: 'rep' }])[0],
      by: { kind: 'rep', name: 'Ines' },
    } as LogEntry;
    const { draft, facts } = draftReport(subject, [...aLog(...lines), secret, ines], [], 0);
    assert.deepEqual(draft.done.split('\n'), [
      'Helped by Ana, then Ines.',
      'Talked for 1 min 1 s.',
      'Files from the customer: error.log.',
      'Files to the customer: fix.zip.',
      'Opened for the customer: Scans.',
    ]);
    assert.equal(facts.acts.filter(({ kind }) => kind === 'file').length, 4);
  });

  it('lists the acts and leaves out what is chat, or only the way to them', () => {
    const { facts } = draftOf([
      ...begun,
      [2, 'rep', asked('view')],
      [3, 'host', granted('view')],
      [4, 'host', shown],
      end,
    ]);
    assert.deepEqual(
      facts.acts.map(({ kind }) => kind),
      ['joined', 'joined', 'host-joined', 'granted', 'ended'],
    );
    const many = Array.from({ length: mostReportActs + 7 }, (_, at): Line => [
      at,
      'host',
      { kind: 'expired', scope: 'view' },
    ]);
    const cut = draftOf(many).facts;
    assert.deepEqual([cut.acts.length, cut.actsLeftOut], [mostReportActs, 7]);
  });

  it('can be saved as it is, whatever somebody wrote', () => {
    const { draft } = draftOf([...begun], {
      customer: { ...customer, name: 'M'.repeat(80) },
      reason: `one line\nand another ${'x'.repeat(400)}`,
    });
    assert.deepEqual(v.parse(ReportFields, draft), draft);
  });
});

describe('Two versions of a report', () => {
  it('differ in the fields that say something else, in their order', () => {
    const { draft } = draftOf([...begun]);
    const after = { ...draft, done: 'New toner', incident: chosen, outcome: 'solved' as const };
    assert.deepEqual(reportChanges(draft, after), [
      { field: 'incident', before: '', after: 'Access › Password' },
      { field: 'outcome', before: '', after: 'solved' },
      { field: 'done', before: draft.done, after: 'New toner' },
    ]);
    assert.deepEqual(reportChanges(after, after), []);
  });
});
