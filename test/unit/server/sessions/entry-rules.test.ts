import assert from 'node:assert/strict';
import type { HostReport } from '../../../../shared/contract/session-log.ts';
import {
  answering,
  asking,
  reporting,
  restAfterNoMs,
  unasking,
  withdrawing,
} from '../../../../server/sessions/entry-rules.ts';
import type { EntryRule } from '../../../../server/sessions/entry-rules.ts';
import { emptyProjection, projectAll } from '../../../../server/sessions/project-session.ts';
import { aLog, asked, begun, granted, shown } from './a-log.ts';
import type { Line } from './a-log.ts';

const now = 50_000;
const judge = (rule: EntryRule, ...lines: readonly Line[]) => rule(projectAll(emptyProjection, aLog(...lines)), now);
const report = (body: HostReport, ...lines: readonly Line[]) => judge(reporting(body), ...lines);
const refused = (code: string) => (error: unknown) => error instanceof Error && 'code' in error && error.code === code;

const ofView = { kind: 'granted', scope: 'view', devices: 'both', until: null } as const;
const ofControl = { ...ofView, scope: 'control' } as const;
const askedView: Line = [2, 'rep', asked('view')];
const askedControl: Line = [2, 'rep', asked('control')];
const viewed: Line[] = [...begun, askedView, [3, 'host', granted('view')]];
const controlled: Line[] = [...begun, askedControl, [3, 'host', granted('control')]];

describe('What a rep may ask', () => {
  const view = { scope: 'view', devices: 'both', minutes: null } as const;
  const control = { ...view, scope: 'control' } as const;
  const ask = (of: typeof view | typeof control, at: number, ...lines: readonly Line[]) =>
    asking(of)(projectAll(emptyProjection, aLog(...lines)), at).kind;
  const no: Line = [3, 'host', { kind: 'refused', scope: 'view', place: 'host' }];

  it('is nothing before a customer has come, and nothing while a question is open', () => {
    assert.throws(() => ask(view, now), refused('not-allowed'));
    assert.throws(() => ask(control, now, ...begun, askedView), refused('not-allowed'));
    assert.equal(ask(view, now, ...begun), 'asked');
  });

  it('is not the same again for half a minute after a No, and something else at once', () => {
    const before = [...begun, askedView, no];
    assert.throws(() => ask(view, 3000 + restAfterNoMs - 1, ...before), refused('too-many-tries'));
    assert.equal(ask(view, 3000 + restAfterNoMs, ...before), 'asked');
    assert.equal(ask(control, 4000, ...before), 'asked');
  });

  it('is no flood of questions that are taken back again', () => {
    const flood = Array.from({ length: 10 }, (_, second): Line[] => [
      [10 + second, 'rep', asked('view')],
      [10 + second, 'rep', { kind: 'unasked', scope: 'view' }],
    ]).flat();
    assert.throws(() => ask(view, 69_000, ...begun, ...flood), refused('too-many-tries'));
    assert.equal(ask(view, 70_000, ...begun, ...flood), 'asked');
  });
});

describe('What a host may report', () => {
  it('is a grant only of what was asked for', () => {
    assert.throws(() => report(ofView, ...begun), refused('invalid'));
    assert.equal(report(ofView, ...begun, askedView).kind, 'granted');
    assert.throws(() => report(ofControl, ...begun, askedView), refused('invalid'));
    assert.throws(() => report(ofView, ...viewed), refused('invalid'));
  });

  it('may be less than was asked for, never more hands', () => {
    assert.equal(report(ofView, ...begun, askedControl).kind, 'granted');
    assert.equal(report({ ...ofControl, devices: 'pointer' }, ...begun, askedControl).kind, 'granted');
    const pointerOnly: Line = [
      2,
      'rep',
      { kind: 'asked', ask: { scope: 'control', devices: 'pointer', minutes: null } },
    ];
    assert.throws(() => report(ofControl, ...begun, pointerOnly), refused('invalid'));
  });

  it('is never a grant that is over already', () => {
    assert.throws(() => report({ ...ofView, until: now }, ...begun, askedView), refused('invalid'));
    assert.equal(report({ ...ofView, until: now + 1 }, ...begun, askedView).kind, 'granted');
  });

  it('is nothing at all before the host has joined', () => {
    assert.throws(() => report(ofView, askedView), refused('invalid'));
  });

  it('is a screen shown only with a consent, and a pause only of control', () => {
    assert.throws(() => report({ kind: 'screen-shown', route: 'direct' }, ...begun), refused('invalid'));
    assert.equal(report({ kind: 'screen-shown', route: 'direct' }, ...viewed).kind, 'screen-shown');
    assert.throws(() => report({ kind: 'paused', hand: 'key' }, ...viewed, [4, 'host', shown]), refused('invalid'));
    assert.equal(report({ kind: 'paused', hand: 'key' }, ...controlled).kind, 'paused');
    assert.throws(() => report({ kind: 'resumed' }, ...controlled), refused('invalid'));
  });

  it('takes back on its own behalf only: the page and the viewer speak for themselves', () => {
    assert.equal(report({ kind: 'withdrawn', scope: 'view', place: 'host' }, ...viewed).kind, 'withdrawn');
    assert.throws(() => report({ kind: 'withdrawn', scope: 'view', place: 'page' }, ...viewed), refused('invalid'));
    assert.throws(
      () => report({ kind: 'refused', scope: 'view', place: 'page' }, ...begun, askedView),
      refused('invalid'),
    );
    assert.throws(() => report({ kind: 'expired', scope: 'control' }, ...viewed), refused('invalid'));
  });
});

describe('What the people in a session may say about consent', () => {
  it('takes an answer only to a question that still stands', () => {
    assert.throws(() => judge(answering('yes', null)), refused('not-found'));
    assert.equal(judge(answering('yes', 15), askedView).kind, 'agreed');
    assert.equal(judge(answering('no', null), askedView).kind, 'refused');
  });

  it('leaves a Yes to the desktop once the host is there', () => {
    assert.throws(() => judge(answering('yes', null), ...begun, askedView), refused('not-allowed'));
    assert.equal(judge(answering('no', null), ...begun, askedView).kind, 'refused');
  });

  it('takes back only what is asked or granted', () => {
    assert.throws(() => judge(unasking(), ...begun), refused('not-found'));
    assert.deepEqual(judge(unasking(), askedControl), { kind: 'unasked', scope: 'control' });
    assert.throws(() => judge(withdrawing('control', 'viewer'), ...viewed), refused('not-found'));
    assert.equal(judge(withdrawing('view', 'page'), ...viewed).kind, 'withdrawn');
  });
});
