import assert from 'node:assert/strict';
import * as v from 'valibot';
import { attention } from '../../../../extension/link-owner/attention.ts';
import type { AttentionInput } from '../../../../extension/link-owner/attention.ts';
import { AccountId } from '../../../../shared/contract/identifiers.ts';
import { RepInvitation } from '../../../../shared/contract/invitation.ts';
import { MemberAsk } from '../../../../shared/contract/member.ts';
import { aDesk, anOffer, aRequest, anOpenSession, inesSays, says, session } from '../builders.ts';

const quiet: AttentionInput = {
  desk: aDesk(),
  requests: [],
  reservations: [],
  invitations: [],
  sessions: [],
  logs: new Map(),
  inSight: new Set(),
  messageWords: true,
};
const waiting = [{ request: aRequest(), gone: null }];
const offered = aDesk({ offer: anOffer() });
const talk = {
  sessions: [anOpenSession()],
  logs: new Map([[session(), [inesSays(1, 'Hello'), says(2, 'It says Offline'), says(3, 'but the lamp is green')]]]),
};
const messages = (input: AttentionInput) =>
  [...attention(input).notices.values()].map(({ title, message }) => [title, message]);

describe('what calls the rep', () => {
  it('is silent when nobody waits and nothing was said', () => {
    assert.deepEqual(attention(quiet), { notices: new Map(), badge: 0, rings: false });
  });

  it('is a notification with name, channel and reason, a count and a sound when somebody is offered', () => {
    const input = { ...quiet, desk: offered, requests: waiting };
    const now = attention(input);
    assert.deepEqual(messages(input), [['Marta Kowalenko', 'Printing · Nothing comes out of the printer']]);
    assert.equal(now.badge, 1);
    assert.equal(now.rings, true);
  });

  it('says that somebody unexpected has used a code and waits at the door', () => {
    const door = { link: null, knock: { name: 'Mallory', at: 0 } };
    const input = { ...quiet, sessions: [anOpenSession({ state: 'waiting-code', door })] };
    assert.deepEqual(messages(input), [['Mallory wants to come in', 'The code was right. Let them in, or not.']]);
    assert.equal(attention(input).badge, 1);
  });

  it('rings while a customer asks to talk, and no longer once somebody has answered', () => {
    const call = { media: 'video', askedBy: 'customer', askedAt: 1, rep: null, repName: null, since: null } as const;
    const input = { ...quiet, sessions: [anOpenSession({ call })] };
    assert.deepEqual(messages(input), [['Marta Kowalenko', 'Marta Kowalenko asks to talk with you, with camera']]);
    assert.deepEqual([attention(input).badge, attention(input).rings], [1, true]);
    const answered = { ...quiet, sessions: [anOpenSession({ call: { ...call, since: 2 } })] };
    assert.deepEqual(attention(answered), { notices: new Map(), badge: 0, rings: false });
    const own = { ...quiet, sessions: [anOpenSession({ call: { ...call, askedBy: 'rep' } })] };
    assert.equal(attention(own).rings, false);
  });

  it('stops the moment somebody has taken the request', () => {
    const gone = { how: 'taken', by: 'Ana Petrescu', mine: false } as const;
    const now = attention({ ...quiet, desk: offered, requests: [{ request: aRequest(), gone }] });
    assert.deepEqual(now, { notices: new Map(), badge: 0, rings: false });
  });

  it('calls by name when a customer who trusts the rep asks directly, until that is answered', () => {
    const asked = v.parse(RepInvitation, {
      id: 'iiiiiiiiiiiiiiiiiiiiii',
      kind: 'direct',
      name: 'Marta Kowalenko',
      message: '',
      channelName: '',
      createdAt: 1,
      helper: null,
    });
    const now = attention({ ...quiet, invitations: [asked] });
    assert.deepEqual([now.badge, now.rings], [1, true]);
    assert.deepEqual(messages({ ...quiet, invitations: [asked] }), [
      ['Marta Kowalenko', 'Asks for you, without a code'],
    ]);
    const others: RepInvitation[] = [
      { ...asked, helper: 'Ana' },
      { ...asked, kind: 'invitation' },
    ];
    assert.deepEqual(attention({ ...quiet, invitations: others }), { notices: new Map(), badge: 0, rings: false });
  });

  it('leaves a rep alone who is Away', () => {
    const now = attention({ ...quiet, desk: aDesk({ presence: 'away', offer: anOffer() }), requests: waiting });
    assert.deepEqual(now, { notices: new Map(), badge: 0, rings: false });
  });

  it('calls with an offer a rep who is in a session already, too', () => {
    const busy = aDesk({ presence: 'busy', offer: anOffer() });
    assert.equal(attention({ ...quiet, desk: busy, requests: waiting }).rings, true);
  });

  it('only counts who waits while somebody else is asked', () => {
    const now = attention({ ...quiet, requests: waiting });
    assert.deepEqual(now, { notices: new Map(), badge: 1, rings: false });
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

  it('tells of what another representative writes, and not of what the rep has written', () => {
    const bo = { kind: 'rep', name: 'Bo', account: v.parse(AccountId, 'bo'.padEnd(22, '0')) } as const;
    const note = says(2, 'She is angry', { by: bo, audience: 'reps' });
    const input = { ...quiet, sessions: talk.sessions, logs: new Map([[session(), [inesSays(1, 'Hi'), note]]]) };
    assert.deepEqual(messages(input), [['Marta Kowalenko', 'She is angry']]);
    assert.equal(attention(input).badge, 1);
  });

  it('tells of another representative who asks to go on, and leaves the answer to the panel', () => {
    const ask = v.parse(MemberAsk, {
      id: 'mmmmmmmmmmmmmmmmmmmmmm',
      what: 'transfer',
      session: session(),
      by: { account: 'bo'.padEnd(22, '0'), name: 'Bo' },
      owner: 'Bo',
      customer: 'Marta Kowalenko',
      channelName: 'Printing',
      reason: '',
      startedAt: 0,
      hands: 'control',
      brief: { wanted: 'Print', tried: '', state: '', promised: '' },
      madeAt: 0,
      dueAt: 60_000,
    });
    const input = { ...quiet, desk: aDesk({ asks: [ask] }) };
    assert.deepEqual(messages(input), [['Marta Kowalenko', 'Bo asks you to go on with this session']]);
    assert.deepEqual(
      [...attention(input).notices.values()].map(({ isOffer }) => isOffer),
      [false],
    );
    assert.equal(attention(input).badge, 1);
  });
});
