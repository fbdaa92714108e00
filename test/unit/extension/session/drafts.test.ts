import assert from 'node:assert/strict';
import { signal } from '@preact/signals';
import { draftOf, withChange } from '../../../../extension/port/work-draft.ts';
import type { WorkDraft } from '../../../../extension/port/work-draft.ts';
import { createDrafts } from '../../../../extension/session/drafts.ts';
import { manualClock } from '../../shared/ui/manual-clock.ts';
import { session } from '../builders.ts';

function someDrafts() {
  const clock = manualClock();
  const told: (readonly [string, boolean])[] = [];
  const all = signal<readonly WorkDraft[]>([]);
  const drafts = createDrafts({
    kept: {
      of: (whose) => draftOf(all.value, whose),
      change: (change) => void (all.value = withChange(all.value, change)),
    },
    tellTyping: ({ session: whose, typing, audience }) => {
      assert.equal(audience, 'all');
      told.push([whose, typing]);
    },
    now: clock.now,
    after: clock.after,
  });
  return { clock, told, drafts };
}

describe('what a rep is writing', () => {
  it('stays with its session when the rep looks at another one', () => {
    const { drafts } = someDrafts();
    drafts.set(session('marta'), 'Please print one');
    drafts.set(session('ruben'), 'Which train');
    assert.equal(drafts.of(session('marta')), 'Please print one');
  });

  it('is recalled for those whom it was for, so that no private word goes to the customer', () => {
    const { drafts } = someDrafts();
    drafts.recall(session('marta'), 'She is upset, be gentle', 'reps');
    assert.deepEqual(
      [drafts.of(session('marta')), drafts.audienceOf(session('marta')), drafts.audienceOf(session('ruben'))],
      ['She is upset, be gentle', 'reps', 'all'],
    );
  });

  it('is told once, not with every key, and taken back after a silence', () => {
    const { clock, told, drafts } = someDrafts();
    for (let key = 0; key < 5; key += 1) {
      drafts.typed(session());
      clock.advance(200);
    }
    assert.deepEqual(told, [[session(), true]]);
    clock.advance(4000);
    assert.deepEqual(told.at(-1), [session(), false]);
  });

  it('is told again while it goes on', () => {
    const { clock, told, drafts } = someDrafts();
    for (let key = 0; key < 8; key += 1) {
      drafts.typed(session());
      clock.advance(1000);
    }
    assert.deepEqual(
      told.map(([, typing]) => typing),
      [true, true, true],
    );
  });

  it('is over with sending', () => {
    const { told, drafts } = someDrafts();
    drafts.set(session(), 'Hello');
    drafts.typed(session());
    drafts.sent(session());
    assert.deepEqual(told.at(-1), [session(), false]);
    assert.equal(drafts.of(session()), '');
  });

  it('comes back before what was typed meanwhile, when nobody took it, and never turns private words public', () => {
    const { drafts } = someDrafts();
    const inSession = (text: string, audience: 'all' | 'reps') => {
      drafts.set(session(), text);
      drafts.setAudience(session(), audience);
    };
    const putBack = (typed: readonly [string, 'all' | 'reps']) => {
      inSession('She is upset', 'reps');
      const message = drafts.messageOf(session(), 'She is upset');
      drafts.sent(session());
      inSession(...typed);
      drafts.putBack(message);
      return [drafts.of(session()), drafts.audienceOf(session())];
    };
    assert.deepEqual(putBack(['', 'all']), ['She is upset', 'reps']);
    assert.deepEqual(putBack(['Good mor', 'all']), ['She is upset\nGood mor', 'reps']);

    inSession('Good morning', 'all');
    const open = drafts.messageOf(session(), 'Good morning');
    inSession('', 'reps');
    drafts.putBack(open);
    assert.deepEqual([drafts.of(session()), drafts.audienceOf(session())], ['Good morning', 'all']);
    inSession('She is upset', 'reps');
    drafts.putBack(open);
    assert.deepEqual([drafts.of(session()), drafts.audienceOf(session())], ['Good morning\nShe is upset', 'reps']);
  });

  it('is the same message when it is sent again after nobody took it, and another one when it is written twice', () => {
    const { drafts } = someDrafts();
    const first = drafts.messageOf(session(), 'Ok');
    drafts.putBack(first);
    assert.equal(drafts.messageOf(session(), 'Ok').clientId, first.clientId);
    assert.notEqual(drafts.messageOf(session(), 'Ok').clientId, first.clientId);
    drafts.putBack(first);
    drafts.setAudience(session(), 'reps');
    assert.notEqual(drafts.messageOf(session(), 'Ok').clientId, first.clientId);
  });

  it('keeps for whom it is, session by session, and tells the customer of no word that is for representatives only', () => {
    const { told, drafts } = someDrafts();
    drafts.typed(session('marta'));
    drafts.setAudience(session('marta'), 'reps');
    drafts.typed(session('marta'));
    assert.deepEqual(told, [
      [session('marta'), true],
      [session('marta'), false],
    ]);
    drafts.sent(session('marta'));
    assert.deepEqual([drafts.audienceOf(session('marta')), drafts.audienceOf(session('ruben'))], ['reps', 'all']);
  });
});
