import assert from 'node:assert/strict';
import {
  QUIET_MS,
  afterChange,
  afterTiles,
  caughtUp,
  firstPath,
  msUntilQuiet,
} from '../../../../customer-host/screen/choose-path.ts';

const small = { area: 0.01, scrolled: false, backlogBytes: 0 };
const large = { ...small, area: 0.6 };

describe('the way a change of the screen goes', () => {
  it('begins as video, with tiles allowed to catch up at once', () => {
    const first = firstPath(0);
    assert.equal(first.path, 'video');
    assert.equal(msUntilQuiet(first, 0), 0);
  });

  it('stays on tiles for small changes', () => {
    const state = afterChange(caughtUp(firstPath(0), 0), small, 10);
    assert.equal(state.path, 'tiles');
  });

  it('turns to video for a large change, and lets tiles catch up only when it has been quiet', () => {
    const state = afterChange(caughtUp(firstPath(0), 0), large, 100);
    assert.equal(state.path, 'video');
    assert.equal(msUntilQuiet(state, 100), QUIET_MS);
    const blinking = afterChange(state, small, 100 + QUIET_MS);
    assert.equal(msUntilQuiet(blinking, 100 + QUIET_MS), 0);
  });

  it('lets tiles catch up with what only scrolls, although that never gets quiet', () => {
    const moving = { ...small, area: 0.1 };
    const state = afterChange(caughtUp(firstPath(0), 0), large, 100);
    assert.equal(msUntilQuiet(afterChange(state, moving, 100 + QUIET_MS), 100 + QUIET_MS), QUIET_MS);
    const scrolling = afterChange(state, { ...moving, scrolled: true }, 100 + QUIET_MS);
    assert.equal(msUntilQuiet(scrolling, 100 + QUIET_MS), 0);
  });

  it('turns to video when tiles pile up in the channel', () => {
    const state = afterChange(caughtUp(firstPath(0), 0), { ...small, backlogBytes: 300_000 }, 10);
    assert.equal(state.path, 'video');
  });

  it('turns to video when tiles take too many bytes a second, and forgets them with time', () => {
    const busy = afterTiles(caughtUp(firstPath(0), 0), 2_000_000, 10);
    assert.equal(afterChange(busy, small, 20).path, 'video');
    assert.equal(afterChange(busy, small, 3000).path, 'tiles');
  });
});
