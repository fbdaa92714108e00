import assert from 'node:assert/strict';
import * as v from 'valibot';
import {
  callAnswering,
  callAsking,
  callGivingUp,
  callHangingUp,
  callWithdrawing,
  ringMs,
} from '../../../../server/calls/call-rules.ts';
import type { EntryRule } from '../../../../server/sessions/entry-rules.ts';
import { emptyProjection, projectAll } from '../../../../server/sessions/project-session.ts';
import { AccountId } from '../../../../shared/contract/identifiers.ts';
import { LogEntry } from '../../../../shared/contract/session-log.ts';
import type { EntryBody } from '../../../../shared/contract/session-log.ts';
import { aSession } from '../sessions/a-log.ts';

const ana = v.parse(AccountId, 'ana'.padEnd(22, '0'));
const ines = v.parse(AccountId, 'ines'.padEnd(22, '0'));
type Who = 'customer' | 'ana' | 'ines' | 'system';
type Line = readonly [second: number, by: Who, body: EntryBody];

const authors = {
  customer: { kind: 'customer', name: 'Marta' },
  ana: { kind: 'rep', name: 'Ana', account: ana },
  ines: { kind: 'rep', name: 'Ines', account: ines },
  system: { kind: 'system', name: 'RemoteHelp' },
} as const;
const joined: Line = [0, 'customer', { kind: 'joined', role: 'customer' }];
const askedBy = (by: Who, second = 1): Line => [second, by, { kind: 'call-asked', media: 'voice' }];
const accepted = (by: Who, second = 2): Line => [second, by, { kind: 'call-accepted' }];

function after(...lines: readonly Line[]) {
  const entries = lines.map(([second, by, body], index) =>
    v.parse(LogEntry, {
      ...body,
      session: aSession,
      seq: index + 1,
      at: second * 1000,
      by: authors[by],
      audience: 'all',
      clientId: null,
    }),
  );
  return projectAll(emptyProjection, entries);
}
const judge = (rule: EntryRule, second: number, ...lines: readonly Line[]) => rule(after(...lines), second * 1000);
const refused = (code: string) => (error: unknown) => error instanceof Error && 'code' in error && error.code === code;

describe('A call in a session', () => {
  it('is asked for once somebody is there, one at a time', () => {
    assert.throws(() => judge(callAsking('voice'), 5), refused('not-allowed'));
    assert.deepEqual(judge(callAsking('video'), 5, joined), { kind: 'call-asked', media: 'video' });
    assert.throws(() => judge(callAsking('voice'), 5, joined, askedBy('ana')), refused('not-allowed'));
    assert.throws(
      () => judge(callAsking('voice'), 5, joined, askedBy('ana'), accepted('customer')),
      refused('not-allowed'),
    );
  });

  it('is not asked for again and again: five in a minute', () => {
    const declined = (second: number): Line => [second, 'customer', { kind: 'call-declined' }];
    const five = [10, 20, 30, 40, 50].flatMap((second) => [askedBy('ana', second), declined(second + 1)]);
    assert.throws(() => judge(callAsking('voice'), 69, joined, ...five), refused('too-many-tries'));
    assert.equal(judge(callAsking('voice'), 70, joined, ...five).kind, 'call-asked');
  });

  it('is answered by the other side alone', () => {
    const byRep = [joined, askedBy('ana')];
    assert.equal(judge(callAnswering('yes', 'customer'), 3, ...byRep).kind, 'call-accepted');
    assert.equal(judge(callAnswering('no', 'customer'), 3, ...byRep).kind, 'call-declined');
    assert.throws(() => judge(callAnswering('yes', 'rep'), 3, ...byRep), refused('not-allowed'));
    assert.throws(() => judge(callAnswering('yes', 'customer'), 3, joined), refused('not-found'));
  });

  it('is of the rep who asked, or of the one who answered first', () => {
    assert.deepEqual(after(joined, askedBy('ana'), accepted('customer')).call, {
      media: 'voice',
      askedBy: 'rep',
      askedAt: 1000,
      rep: ana,
      repName: 'Ana',
      since: 2000,
    });
    const answered = after(joined, askedBy('customer'), accepted('ines')).call;
    assert.deepEqual([answered?.askedBy, answered?.rep, answered?.repName], ['customer', ines, 'Ines']);
    assert.throws(
      () => judge(callAnswering('yes', 'rep'), 4, joined, askedBy('customer'), accepted('ines')),
      refused('not-found'),
    );
  });

  it('is taken back by who asked, and by nobody else', () => {
    const byRep = [joined, askedBy('ana')];
    const taken = { kind: 'call-ended', reason: 'withdrawn', durationMs: 0 };
    assert.deepEqual(judge(callWithdrawing({ side: 'rep', account: ana }), 3, ...byRep), taken);
    assert.throws(() => judge(callWithdrawing({ side: 'rep', account: ines }), 3, ...byRep), refused('not-found'));
    assert.throws(() => judge(callWithdrawing({ side: 'customer' }), 3, ...byRep), refused('not-found'));
    assert.deepEqual(judge(callHangingUp({ side: 'rep', account: ana }), 3, ...byRep), taken);
  });

  it('ends when either of the two hangs up, and the log has how long it lasted', () => {
    const running = [joined, askedBy('ana'), accepted('customer')];
    const over = { kind: 'call-ended', reason: 'hung-up', durationMs: 60_000 };
    assert.deepEqual(judge(callHangingUp({ side: 'customer' }), 62, ...running), over);
    assert.deepEqual(judge(callHangingUp({ side: 'rep', account: ana }), 62, ...running), over);
    assert.throws(() => judge(callHangingUp({ side: 'rep', account: ines }), 62, ...running), refused('not-found'));
    const ended: Line = [62, 'customer', { kind: 'call-ended', reason: 'hung-up', durationMs: 60_000 }];
    assert.equal(after(...running, ended).call, null);
    assert.throws(() => judge(callHangingUp({ side: 'customer' }), 63, ...running, ended), refused('not-found'));
  });

  it('is over with its session', () => {
    const end: Line = [9, 'customer', { kind: 'ended', reason: 'finished' }];
    assert.equal(after(joined, askedBy('ana'), accepted('customer'), end).call, null);
  });

  it('is given up when nobody answers for a minute, and when one of those who talk has gone', () => {
    const rung = 1 + ringMs / 1000;
    assert.throws(() => judge(callGivingUp(false), rung - 1, joined, askedBy('ana')), refused('not-allowed'));
    assert.deepEqual(judge(callGivingUp(false), rung, joined, askedBy('ana')), {
      kind: 'call-ended',
      reason: 'unanswered',
      durationMs: 0,
    });
    const running = [joined, askedBy('ana'), accepted('customer')];
    assert.throws(() => judge(callGivingUp(true), 90, ...running), refused('not-allowed'));
    assert.deepEqual(judge(callGivingUp(false), 92, ...running), {
      kind: 'call-ended',
      reason: 'lost',
      durationMs: 90_000,
    });
  });
});
