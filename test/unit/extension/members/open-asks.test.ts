import assert from 'node:assert/strict';
import * as v from 'valibot';
import { askersForHands, openAsks } from '../../../../extension/members/open-asks.ts';
import { AccountId, ClientEntryId, MemberAskId } from '../../../../shared/contract/identifiers.ts';
import { anEntry } from '../builders.ts';

const ask = (letter: string) => v.parse(MemberAskId, letter.repeat(22));
const bo = v.parse(AccountId, 'bo'.padEnd(22, '0'));
const byBo = { by: { kind: 'rep', name: 'Bo', account: bo } } as const;
const invited = (seq: number, letter: string) =>
  anEntry(seq, { kind: 'invited', ask: ask(letter), to: 'Bo', hands: 'view', until: 60_000 });

describe('What is still asked in a session', () => {
  it('is what has neither been answered nor taken back nor run out', () => {
    const asked = [invited(1, 'a')];
    assert.deepEqual(
      openAsks(asked, 0).map(({ to, what }) => [to, what]),
      [['Bo', 'invitation']],
    );
    assert.deepEqual(openAsks(asked, 60_000), [], 'its time is over');
    const no = anEntry(2, { kind: 'not-taken', ask: ask('a'), to: 'Bo', what: 'invitation', how: 'declined' });
    assert.deepEqual(openAsks([...asked, no], 0), []);
  });

  it('ends with the one who comes in by it, and not with another guest', () => {
    const joins = (letter: string) =>
      anEntry(3, { kind: 'joined', role: 'guest' }, { ...byBo, clientId: v.parse(ClientEntryId, letter.repeat(22)) });
    assert.equal(openAsks([invited(1, 'a'), joins('b')], 0).length, 1);
    assert.equal(openAsks([invited(1, 'a'), joins('a')], 0).length, 0);
  });

  it('is nothing of what an owner asked before another one went on', () => {
    const handed = anEntry(2, {
      kind: 'handed-over',
      from: 'Ana',
      account: bo,
      how: 'taken-over',
      stays: false,
      keeps: false,
    });
    assert.deepEqual(openAsks([invited(1, 'a'), handed], 0), []);
  });

  it('names who asked for the hands until somebody was given them', () => {
    const asks = anEntry(1, { kind: 'hands-asked' }, byBo);
    assert.deepEqual(askersForHands([asks]), [bo]);
    assert.deepEqual(askersForHands([asks, anEntry(2, { kind: 'hands-given', to: 'Bo', account: bo })]), []);
    assert.deepEqual(askersForHands([asks, anEntry(2, { kind: 'rep-left', rep: 'Bo', account: bo, how: 'left' })]), []);
  });
});
