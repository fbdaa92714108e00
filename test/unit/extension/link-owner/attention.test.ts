import assert from 'node:assert/strict';
import { attention } from '../../../../extension/link-owner/attention.ts';
import type { AttentionInput } from '../../../../extension/link-owner/attention.ts';
import { aDesk, aRequest, anOpenSession, inesSays, says, session } from '../builders.ts';

const quiet: AttentionInput = {
  desk: aDesk(),
  requests: [],
  reservations: [],
  sessions: [],
  logs: new Map(),
  inSight: new Set(),
  messageWords: true,
};
const waiting = [{ request: aRequest(), gone: null }];
const talk = {
  sessions: [anOpenSession()],
  logs: new Map([[session(), [inesSays(1, 'Hello'), says(2, 'It says Offline'), says(3, 'but the lamp is green')]]]),
};
const messages = (input: AttentionInput) =>
  [...attention(input).notices.values()].map(({ title, message }) => [title, message]);

describe('what calls the rep', () => {
  it('is silent when nobody waits and nothing was said', () => {
    assert.deepEqual(attention(quiet), { notices: new Map(), badge: 0, offerSound: 'none' });
  });

  it('is a notification with name, channel and reason, a count and a sound when somebody waits', () => {
    const now = attention({ ...quiet, requests: waiting });
    assert.deepEqual(messages({ ...quiet, requests: waiting }), [
      ['Marta Kowalenko', 'Printing · Nothing comes out of the printer'],
    ]);
    assert.equal(now.badge, 1);
    assert.equal(now.offerSound, 'ring');
  });

  it('stops the moment somebody has taken the request', () => {
    const gone = { how: 'taken', by: 'Ana Petrescu', mine: false } as const;
    const now = attention({ ...quiet, requests: [{ request: aRequest(), gone }] });
    assert.deepEqual(now, { notices: new Map(), badge: 0, offerSound: 'none' });
  });

  it('leaves a rep alone who is Away', () => {
    const now = attention({ ...quiet, desk: aDesk({ presence: 'away' }), requests: waiting });
    assert.deepEqual(now, { notices: new Map(), badge: 0, offerSound: 'none' });
  });

  it('sounds only once for a rep who is in a session already', () => {
    assert.equal(attention({ ...quiet, desk: aDesk({ presence: 'busy' }), requests: waiting }).offerSound, 'once');
  });

  it('shows the last message of a chat that is out of sight, and counts what is unread', () => {
    assert.deepEqual(messages({ ...quiet, ...talk }), [['Marta Kowalenko', 'but the lamp is green']]);
    assert.equal(attention({ ...quiet, ...talk }).badge, 2);
  });

  it('does not notify of a chat that the rep looks at', () => {
    assert.deepEqual(messages({ ...quiet, ...talk, inSight: new Set([session()]) }), []);
  });

  it('keeps the words to itself when the rep has set it so', () => {
    assert.deepEqual(messages({ ...quiet, ...talk, messageWords: false }), [['Marta Kowalenko', 'A new message']]);
  });

  it('shortens a long message to 60 characters', () => {
    const logs = new Map([[session(), [says(1, 'long '.repeat(40))]]]);
    const [notice] = messages({ ...quiet, sessions: talk.sessions, logs });
    assert.equal([...(notice?.[1] ?? '')].length, 60);
  });

  it('says nothing of a session that is over', () => {
    assert.deepEqual(messages({ ...quiet, ...talk, sessions: [anOpenSession({ state: 'ended' })] }), []);
  });
});
