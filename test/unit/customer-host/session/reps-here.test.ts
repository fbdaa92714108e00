import assert from 'node:assert/strict';
import * as v from 'valibot';
import { repsHere } from '../../../../customer-host/session/reps-here.ts';
import { AccountId, SessionId } from '../../../../shared/contract/identifiers.ts';
import { LogEntry } from '../../../../shared/contract/session-log.ts';

const rep = (name: string) => v.parse(AccountId, name.toLowerCase().padEnd(22, '0'));
const face = (displayName: string) => ({ account: rep(displayName), displayName, picture: null });
const entry = (by: string, body: object) =>
  v.parse(LogEntry, {
    session: v.parse(SessionId, 's'.repeat(22)),
    seq: 1,
    at: 0,
    by: { kind: 'rep', name: by, account: rep(by) },
    audience: 'all',
    clientId: null,
    ...body,
  });

describe('Whose hands the host lets through', () => {
  const alone = repsHere({ owner: face('Ana') });

  it('are the owner’s, and nobody else’s, guests or not', () => {
    const joined = alone.after(entry('Bo', { kind: 'joined', role: 'guest' }));
    assert.deepEqual(
      [joined.hasHands(rep('Ana')), joined.hasHands(rep('Bo')), joined.isIn(rep('Bo'))],
      [true, false, true],
    );
    assert.equal(joined.isIn(rep('Cy')), false);
  });

  it('are the guest’s from the moment they are given, and the owner’s again when the guest goes', () => {
    const joined = alone.after(entry('Bo', { kind: 'joined', role: 'guest' }));
    const given = joined.after(entry('Ana', { kind: 'hands-given', to: 'Bo', account: rep('Bo') }));
    assert.deepEqual([given.hasHands(rep('Ana')), given.hasHands(rep('Bo'))], [false, true]);
    assert.deepEqual(given.company, { others: ['Bo'], hands: 'Bo' });
    const left = given.after(entry('Ana', { kind: 'rep-left', rep: 'Bo', account: rep('Bo'), how: 'removed' }));
    assert.deepEqual([left.holder, left.isIn(rep('Bo'))], [rep('Ana'), false]);
  });

  it('are the next owner’s in the same entry that puts the one of before out, whose name is told then', () => {
    const handed = alone.after(
      entry('Bo', {
        kind: 'handed-over',
        from: 'Ana',
        account: rep('Ana'),
        how: 'transfer',
        stays: false,
        keeps: false,
      }),
    );
    assert.deepEqual([handed.holder, handed.isIn(rep('Ana')), handed.newOwner], [rep('Bo'), false, 'Bo']);
    const stays = alone.after(
      entry('Bo', {
        kind: 'handed-over',
        from: 'Ana',
        account: rep('Ana'),
        how: 'transfer',
        stays: true,
        keeps: false,
      }),
    );
    assert.deepEqual([stays.isIn(rep('Ana')), stays.hasHands(rep('Ana'))], [true, false]);
    assert.equal(handed.after(entry('Bo', { kind: 'chat', text: 'Hello' })).newOwner, undefined);
  });

  it('are as the server says anew, whatever the host was told before', () => {
    const joined = alone.after(entry('Bo', { kind: 'joined', role: 'guest' }));
    const without = joined.as({ owner: face('Ana') });
    assert.deepEqual([without.isIn(rep('Bo')), without.newOwner], [false, undefined]);
    const handed = joined.as({ owner: face('Cy') });
    assert.deepEqual([handed.isIn(rep('Ana')), handed.holder, handed.newOwner], [false, rep('Cy'), 'Cy']);
  });

  it('begin as the head says, when the host comes later', () => {
    const guest = { ...face('Bo'), hands: 'control' } as const;
    const here = repsHere({ owner: face('Ana'), guests: [guest], handsOf: rep('Bo') });
    assert.deepEqual([here.holder, here.isIn(rep('Ana'))], [rep('Bo'), true]);
  });
});
