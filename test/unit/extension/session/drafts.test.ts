import assert from 'node:assert/strict';
import { createDrafts } from '../../../../extension/session/drafts.ts';
import { manualClock } from '../../shared/ui/manual-clock.ts';
import { session } from '../builders.ts';

function someDrafts() {
  const clock = manualClock();
  const told: (readonly [string, boolean])[] = [];
  const drafts = createDrafts({
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

  it('comes back for those whom it was for, so that no private word goes to the customer', () => {
    const before = someDrafts().drafts;
    before.set(session('marta'), 'She is upset, be gentle');
    before.setAudience(session('marta'), 'reps');
    before.set(session('ruben'), 'Which train');
    const { drafts } = someDrafts();
    drafts.restore(before.all.value);
    assert.deepEqual(
      ['marta', 'ruben'].map((who) => [drafts.of(session(who)), drafts.audienceOf(session(who))]),
      [
        ['She is upset, be gentle', 'reps'],
        ['Which train', 'all'],
      ],
    );
  });

  it('gives way to what is written by now, and does not make that private', () => {
    const { drafts } = someDrafts();
    drafts.set(session('marta'), 'Good morning');
    drafts.restore([{ session: session('marta'), text: 'for reps', audience: 'reps' }]);
    assert.deepEqual([drafts.of(session('marta')), drafts.audienceOf(session('marta'))], ['Good morning', 'all']);
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
