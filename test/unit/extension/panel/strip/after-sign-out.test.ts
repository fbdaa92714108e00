import assert from 'node:assert/strict';
import { afterSignOut } from '../../../../../extension/panel/strip/after-sign-out.ts';
import { texts } from '../../../../../extension/texts/en.ts';
import { aHead } from '../../builders.ts';

const ofChannel = aHead({ channelName: 'Printing' });
const byCode = aHead({ channelName: '' });

describe('what a rep reads before signing out with customers', () => {
  it('says that somebody else goes on with whoever asked in a channel', () => {
    assert.deepEqual(afterSignOut([ofChannel]), ['line']);
    assert.match(texts.signOut.afterwards.line, /first in its line again, and another representative goes on/);
    assert.doesNotMatch(texts.signOut.afterwards.line, /ends/);
  });

  it('says that a session without a channel ends', () => {
    assert.deepEqual(afterSignOut([byCode]), ['end']);
    assert.match(texts.signOut.afterwards.end, /without a support channel ends by itself/);
  });

  it('says both where there are both, each once', () => {
    assert.deepEqual(afterSignOut([byCode, ofChannel, byCode, ofChannel]), ['line', 'end']);
  });
});
