import assert from 'node:assert/strict';
import { marksOf, newestMessage } from '../../../../extension/session/new-messages.ts';
import { wordsOf } from '../../../../extension/port/unread.ts';
import type { LogEntry } from '../../../../shared/contract/session-log.ts';
import type { SessionId } from '../../../../shared/contract/identifiers.ts';
import { says, session } from '../builders.ts';

const [marta, ruben] = [session('marta'), session('ruben')];
const all = () => true;
const words = (news: ReturnType<typeof newestMessage>) => news && wordsOf(news.entry);
const logs = (...of: [SessionId, LogEntry[]][]) => new Map(of);

describe('a message whose chat is out of sight', () => {
  it('is shown when it comes, the newest of all sessions', () => {
    const before = marksOf(logs([marta, [says(1, 'Hello')]], [ruben, []]));
    const after = logs([marta, [says(1, 'Hello'), says(2, 'Are you there?')]], [ruben, [says(5, 'Which train?')]]);
    assert.equal(words(newestMessage(after, before, all)), 'Which train?');
    assert.equal(words(newestMessage(after, before, (of) => of === marta)), 'Are you there?');
  });

  it('is not what a session brings along when it opens, nor what has been there', () => {
    const before = marksOf(logs([marta, [says(1, 'Hello')]]));
    assert.equal(newestMessage(logs([marta, [says(1, 'Hello')]], [ruben, [says(1, 'Old')]]), before, all), undefined);
  });
});
