import assert from 'node:assert/strict';
import type { EntryBody } from '../../../../../../shared/contract/session-log.ts';
import type { HappenedEntry } from '../../../../../../server/web/customer/session/chat-lines.ts';
import { logWords } from '../../../../../../server/web/customer/session/log-words.ts';
import { START, anEntry } from '../a-log.ts';

type Happened = Exclude<EntryBody, { kind: 'chat' | 'requested' }>;
type Case = readonly [by: 'customer' | 'rep' | 'host' | 'system', body: Happened, sentence: string];

const facts = { computer: 'WEST-PC-07', user: 'marta', platform: 'Debian', localAddress: '', monitors: 1 };
const ask = { scope: 'control', devices: 'pointer', minutes: 15 } as const;
const inMinutes = (minutes: number) => START + 1000 + minutes * 60_000;

const cases: readonly Case[] = [
  ['rep', { kind: 'joined', role: 'rep' }, 'Ines Halvorsen joined'],
  ['customer', { kind: 'joined', role: 'customer' }, 'You joined the chat'],
  ['rep', { kind: 'asked', ask }, 'Ines asks to use your mouse'],
  ['rep', { kind: 'asked', ask: { ...ask, scope: 'view' } }, 'Ines asks to see your screen'],
  ['rep', { kind: 'unasked', scope: 'view' }, 'Ines took the question back'],
  ['rep', { kind: 'call-asked', media: 'voice' }, 'Ines asks to talk'],
  ['customer', { kind: 'call-asked', media: 'video' }, 'You asked to talk, with camera'],
  ['customer', { kind: 'call-accepted' }, 'You answered the call'],
  ['rep', { kind: 'call-declined' }, 'Ines did not take the call'],
  ['rep', { kind: 'call-ended', reason: 'hung-up', durationMs: 65_000 }, 'Ines hung up after 1:05'],
  ['customer', { kind: 'call-ended', reason: 'withdrawn', durationMs: 0 }, 'You took the call back'],
  ['customer', { kind: 'agreed', ask }, 'You said yes. The program on your computer asks once more.'],
  ['customer', { kind: 'fetched' }, 'You downloaded the program'],
  ['rep', { kind: 'page-suggested', address: 'https://a.example/' }, 'Ines suggested a page: https://a.example/'],
  ['customer', { kind: 'page-opened', page: 3 }, 'You opened the page'],
  ['customer', { kind: 'page-declined', page: 3 }, 'You did not open the page'],
  ['host', { kind: 'host-joined', facts }, 'Your computer WEST-PC-07 is connected'],
  [
    'host',
    { kind: 'host-failed', reason: 'no-desktop' },
    'The program was started, but found no desktop that it can show. The chat goes on.',
  ],
  [
    'host',
    { kind: 'host-removed', removal: { program: true, archive: true } },
    'The program on your computer has removed itself and its download.',
  ],
  [
    'host',
    { kind: 'host-removed', removal: { program: true, archive: false } },
    'The program has removed itself. You can delete its archive, remotehelp-….tar.gz.',
  ],
  ['host', { kind: 'host-left', reason: 'lost' }, 'The program on your computer is out of reach'],
  [
    'host',
    { kind: 'granted', scope: 'view', devices: 'both', until: inMinutes(30) },
    'You allowed Ines to see your screen, 30 minutes',
  ],
  [
    'host',
    { kind: 'granted', scope: 'control', devices: 'both', until: null },
    'You allowed Ines to use your mouse and keyboard, for this session',
  ],
  ['customer', { kind: 'refused', scope: 'control', place: 'page' }, 'You said no to lending mouse and keyboard'],
  ['host', { kind: 'withdrawn', scope: 'view', place: 'host' }, 'You stopped showing your screen'],
  ['rep', { kind: 'withdrawn', scope: 'control', place: 'viewer' }, 'Ines gave mouse and keyboard back'],
  ['host', { kind: 'expired', scope: 'control' }, 'The time for mouse and keyboard is over'],
  ['host', { kind: 'screen-shown', route: 'gateway' }, 'Ines sees your screen now, through a relay'],
  ['host', { kind: 'screen-hidden' }, 'Your screen is not shown any more'],
  ['host', { kind: 'paused', hand: 'pointer' }, 'You took the mouse back for a moment'],
  ['host', { kind: 'resumed' }, 'Ines has mouse and keyboard again'],
  ['rep', { kind: 'ended', reason: 'finished' }, 'Ines ended the session'],
  ['customer', { kind: 'ended', reason: 'feels-wrong' }, 'You ended everything, because it felt wrong'],
  ['system', { kind: 'ended', reason: 'lost' }, 'The session ended, because the connection was lost for too long'],
];

function sentenceOf(by: Case[0], body: Happened): string {
  const entry = anEntry(1, by, body);
  assert.ok(isHappened(entry));
  const { who, rest } = logWords(entry, 'Ines Halvorsen');
  return who === '' ? rest : `${who} ${rest}`;
}

function isHappened(entry: ReturnType<typeof anEntry>): entry is HappenedEntry {
  return entry.kind !== 'chat' && entry.kind !== 'requested';
}

describe('What the log says to a customer', () => {
  for (const [by, body, sentence] of cases) {
    it(`says “${sentence}”`, () => assert.equal(sentenceOf(by, body), sentence));
  }

  it('draws in plum what is about being seen or controlled, and nothing else', () => {
    const plum = cases.filter(([by, body]) => {
      const entry = anEntry(1, by, body);
      return isHappened(entry) && logWords(entry, 'Ines').tone === 'consent';
    });
    const others = ['joined', 'unasked', 'call-asked', 'call-accepted', 'call-declined', 'call-ended', 'fetched'];
    others.push('host-joined', 'host-failed', 'host-removed', 'host-left', 'ended');
    others.push('page-suggested', 'page-opened', 'page-declined');
    assert.ok(plum.every(([, { kind }]) => !others.includes(kind)));
    assert.equal(plum.length, cases.filter(([, { kind }]) => !others.includes(kind)).length);
  });

  it('shows a computer’s name without what would turn the sentence around', () => {
    const hostile = { ...facts, computer: 'PC\u202Egnp.exe' };
    assert.equal(sentenceOf('host', { kind: 'host-joined', facts: hostile }), 'Your computer PCgnp.exe is connected');
  });
});
