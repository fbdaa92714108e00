import assert from 'node:assert/strict';
import * as v from 'valibot';
import { handsTo, mostGuests, ownedNext, withGuest, withoutGuest } from '../../../../server/sessions/member-rules.ts';
import type { Members } from '../../../../server/sessions/member-rules.ts';
import { AccountId } from '../../../../shared/contract/identifiers.ts';

const rep = (name: string) => v.parse(AccountId, name.padEnd(22, '0'));
const [ana, bo, cy] = [rep('ana'), rep('bo'), rep('cy')];
const members: Members = {
  owner: ana,
  guests: [
    { account: bo, hands: 'control' },
    { account: cy, hands: 'view' },
  ],
  handsOf: ana,
};
const refusal = (code: string) => (error: unknown) => error instanceof Error && 'code' in error && error.code === code;

describe('Who is in a session', () => {
  it('takes a guest in once, and may allow them more the second time', () => {
    const more = withGuest(members, { account: cy, hands: 'control' });
    assert.deepEqual(
      more.guests.map(({ hands }) => hands),
      ['control', 'control'],
    );
    assert.throws(() => withGuest(members, { account: ana, hands: 'view' }), refusal('already-exists'));
  });

  it('has room for some guests only', () => {
    const guests = Array.from({ length: mostGuests }, (_, at) => ({ account: rep(`g${at}`), hands: 'view' as const }));
    assert.throws(() => withGuest({ ...members, guests }, { account: bo, hands: 'view' }), refusal('at-capacity'));
  });

  it('gives the hands back to the owner when the guest who had them goes', () => {
    const held = { ...members, handsOf: bo };
    assert.equal(withoutGuest(held, bo).handsOf, ana);
    assert.equal(withoutGuest(held, cy).handsOf, bo);
    assert.throws(() => withoutGuest(members, ana), refusal('not-found'));
  });

  it('has one owner after the other, who then has the hands; the one of before goes or stays as a guest', () => {
    const gone = ownedNext({ ...members, handsOf: cy }, { from: ana, to: bo, stays: false });
    assert.deepEqual([gone.owner, gone.handsOf, gone.guests.map(({ account }) => account)], [bo, bo, [cy]]);
    const stays = ownedNext(members, { from: ana, to: bo, stays: true });
    assert.deepEqual(
      stays.guests.map(({ account }) => account),
      [cy, ana],
    );
    assert.throws(() => ownedNext(members, { from: bo, to: cy, stays: false }), refusal('not-found'));
  });

  it('lets the owner alone give the hands, to a guest who may have them, and that guest give them back', () => {
    const given = handsTo(members, ana, bo);
    assert.equal(given.handsOf, bo);
    assert.equal(handsTo(given, bo, ana).handsOf, ana);
    assert.equal(handsTo(given, ana, ana).handsOf, ana, 'the owner takes them at any time');
    assert.throws(() => handsTo(members, bo, bo), refusal('not-allowed'));
    assert.throws(() => handsTo(members, ana, cy), refusal('not-allowed'));
    assert.throws(() => handsTo(given, bo, cy), refusal('not-allowed'));
    assert.throws(() => handsTo(members, ana, ana), refusal('already-exists'));
  });
});
