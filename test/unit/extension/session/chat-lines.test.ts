import assert from 'node:assert/strict';
import { chatLines } from '../../../../extension/session/chat-lines.ts';
import { logWords } from '../../../../extension/session/log-words.ts';
import type { LineEntry } from '../../../../extension/session/log-words.ts';
import type { LogEntry } from '../../../../shared/contract/session-log.ts';
import { accountId, anEntry, clientId, inesSays, says, session } from '../builders.ts';

const lines = (entries: LogEntry[]) => chatLines(entries, [], accountId());
const pause = (seq: number, at: number) => anEntry(seq, { kind: 'paused', hand: 'pointer' }, { at });
const resume = (seq: number, at: number) => anEntry(seq, { kind: 'resumed' }, { at });
const words = (entry: LogEntry) => {
  const { strong, rest } = logWords(entry as LineEntry, 'Marta Kowalenko').sentence;
  return strong === undefined ? rest : `${strong} ${rest}`;
};

describe('the chat of a session', () => {
  it('draws messages of one person within a minute as one group, each person’s apart', () => {
    const drawn = lines([says(1, 'Hello'), says(2, 'It does not print'), inesSays(3, 'Good morning')]);
    assert.deepEqual(
      drawn.map((line) => line.is === 'message' && [line.isMine, line.continues]),
      [
        [false, false],
        [false, true],
        [true, false],
      ],
    );
  });

  it('begins a new group after a minute of silence', () => {
    const drawn = lines([says(1, 'Hello', { at: 0 }), says(2, 'Still here?', { at: 61_000 })]);
    assert.equal(drawn[1]?.is === 'message' && drawn[1].continues, false);
  });

  it('says how long the customer’s own hand paused control', () => {
    const [line] = lines([pause(1, 1000), resume(2, 7000)]);
    assert.equal(line?.is === 'event' && line.pausedMs, 6000);
  });

  it('folds pauses that follow one another within a minute into one line', () => {
    const drawn = lines([pause(1, 1000), resume(2, 2000), pause(3, 9000), resume(4, 9500), pause(5, 20_000)]);
    assert.deepEqual(
      drawn.map((line) => line.is === 'event' && line.times),
      [3],
    );
  });

  it('puts what is not sent yet at the end, whatever was said meanwhile', () => {
    const unsent = { session: session(), clientId: clientId(), text: 'On its way', at: 0, failure: null };
    const drawn = chatLines([says(1, 'Hello')], [unsent], accountId());
    assert.deepEqual(
      drawn.map(({ is }) => is),
      ['message', 'unsent'],
    );
  });
});

describe('the lines of the running log', () => {
  const ask = { scope: 'control', devices: 'both', minutes: 15 } as const;
  const granted = { kind: 'granted', scope: 'view', devices: 'both', until: 30 * 60_000 + 1000 } as const;
  for (const [entry, sentence] of [
    [anEntry(1, { kind: 'joined', role: 'customer' }), 'Marta joined'],
    [
      anEntry(1, { kind: 'asked', ask }, { by: { kind: 'rep', name: 'Ines' } }),
      'Ines asked for mouse and keyboard, 15 minutes',
    ],
    [anEntry(1, granted), 'Marta allowed seeing the screen, 30 minutes'],
    [
      anEntry(1, { kind: 'granted', scope: 'control', devices: 'keyboard', until: null }),
      'Marta allowed the keyboard, for this session',
    ],
    [anEntry(1, { kind: 'refused', scope: 'control', place: 'page' }), 'Marta said no to control'],
    [anEntry(1, { kind: 'withdrawn', scope: 'view', place: 'host' }), 'Marta took back seeing the screen'],
    [
      anEntry(1, { kind: 'requested', channel: 'Printing', reason: 'gpj.\u202eexe', message: '' }),
      'Marta asked for help in Printing: gpj.exe',
    ],
    [anEntry(1, { kind: 'ended', reason: 'feels-wrong' }), 'Marta ended the session: this feels wrong'],
  ] as const) {
    it(`say “${sentence}”`, () => assert.equal(words(entry), sentence));
  }
});
