import assert from 'node:assert/strict';
import { free, handMoved, pauseAsked, timePassed } from '../../../../customer-host/consent/hand-pause.ts';

const STILL_FOR = 2000;

describe('the customer’s own hand', () => {
  it('pauses control at once, and gives it back when it has been still for two seconds', () => {
    const paused = handMoved(free, 1000);
    assert.equal(paused.at, 'hand');
    assert.equal(timePassed(paused, 2999, STILL_FOR).at, 'hand');
    assert.equal(timePassed(paused, 3000, STILL_FOR).at, 'free');
  });

  it('keeps control paused while it goes on moving', () => {
    const still = handMoved(handMoved(free, 1000), 2500);
    assert.equal(timePassed(still, 4000, STILL_FOR).at, 'hand');
  });

  it('does not end a pause that the customer asked for', () => {
    const asked = handMoved(pauseAsked(), 1000);
    assert.equal(timePassed(asked, 1_000_000, STILL_FOR).at, 'asked');
  });
});
