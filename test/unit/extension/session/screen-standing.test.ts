import assert from 'node:assert/strict';
import { askAgainIn } from '../../../../extension/session/ask-again.ts';
import { refusedAt, screenStanding } from '../../../../extension/session/screen-standing.ts';
import { aHead, anEntry } from '../builders.ts';

const ask = { scope: 'control', devices: 'both', minutes: 15 } as const;
const view = { scope: 'view', devices: 'both', grantedAt: 0, until: 900_000 } as const;
const control = { scope: 'control', devices: 'both', grantedAt: 0, until: 600_000 } as const;

describe('how far the rep has come with the customer’s screen', () => {
  for (const [title, head, state] of [
    ['chat only at first', aHead(), 'chat'],
    ['asked while the customer has not answered', aHead({ ask, screen: 'asked' }), 'asked'],
    ['asked, still, after the yes on the page, which grants nothing', aHead({ ask, screen: 'agreed' }), 'asked'],
    ['seeing once that was granted', aHead({ consents: [view], screen: 'seeing' }), 'seeing'],
    ['seeing while control is asked for on top of it', aHead({ consents: [view], ask, screen: 'asked' }), 'seeing'],
    ['controlling once that was granted', aHead({ consents: [view, control], screen: 'controlling' }), 'controlling'],
    [
      'paused while the customer’s own hand is on the mouse',
      aHead({ consents: [view, control], screen: 'paused' }),
      'paused',
    ],
  ] as const) {
    it(`is ${title}`, () => assert.equal(screenStanding(head).state, state));
  }

  it('is not seeing while nobody looks at what was allowed, nor while the program is out of reach', () => {
    for (const screen of ['host-joined', 'none'] as const) {
      assert.ok(screenStanding(aHead({ consents: [view, control], screen })).isIdle, screen);
    }
    assert.ok(!screenStanding(aHead({ consents: [view, control], screen: 'paused' })).isIdle);
    assert.ok(!screenStanding(aHead({ screen: 'host-joined' })).isIdle);
  });

  it('counts down what runs out first of what the rep uses', () => {
    assert.equal(screenStanding(aHead({ consents: [view, control], screen: 'controlling' })).until, 600_000);
  });
});

describe('asking again', () => {
  const asked = anEntry(1, { kind: 'asked', ask });
  const refused = anEntry(2, { kind: 'refused', scope: 'control', place: 'page' });

  it('waits for 30 seconds after a no', () => {
    assert.equal(askAgainIn(refusedAt([asked, refused], 'control'), 2000), 'You can ask again in 30 s');
    assert.equal(askAgainIn(refusedAt([asked, refused], 'control'), 32_000), undefined);
  });

  it('is free at once for something else', () => {
    assert.equal(refusedAt([asked, refused], 'view'), undefined);
  });
});
