import assert from 'node:assert/strict';
import { fingerprintOf } from '../../../../../../shared/contract/receipt.ts';
import { judgeReceipt } from '../../../../../../server/web/customer/receipt/judge-receipt.ts';
import { notDone } from '../../../../../../server/web/customer/receipt/not-done.ts';
import { readReceipt } from '../../../../../../server/web/customer/receipt/read-receipt.ts';
import { receiptLines } from '../../../../../../server/web/customer/receipt/receipt-lines.ts';
import { whoHelped } from '../../../../../../server/web/customer/receipt/who-helped.ts';
import { MINUTE_MS, aReceipt, sha256 } from './receipts-for-tests.ts';

const both = { scope: 'control', devices: 'both', minutes: 15 } as const;
const facts = { computer: 'WEST-PC-07', user: '', platform: '', localAddress: '', monitors: 1 };

/** Seen and controlled, paused once, refused once, by two reps. */
function aLongSession() {
  return aReceipt([
    ['customer', { kind: 'requested', channel: 'Printing', reason: 'Nothing prints', message: '' }, 0],
    ['customer', { kind: 'joined', role: 'customer' }, 0],
    ['Ines Halvorsen', { kind: 'joined', role: 'rep' }, 0],
    ['Ines Halvorsen', { kind: 'chat', text: 'Good morning' }, 1],
    ['Ines Halvorsen', { kind: 'asked', ask: both }, 2],
    ['customer', { kind: 'agreed', ask: both }, 2],
    ['customer', { kind: 'fetched' }, 2],
    ['host', { kind: 'host-joined', facts }, 3],
    ['host', { kind: 'granted', scope: 'control', devices: 'both', until: 18 * MINUTE_MS }, 3],
    ['host', { kind: 'screen-shown', route: 'direct' }, 3],
    ['host', { kind: 'paused', hand: 'pointer' }, 5],
    ['host', { kind: 'resumed' }, 6],
    ['system', { kind: 'rep-lost', rep: 'Ines Halvorsen' }, 10],
    ['Ben Ito', { kind: 'joined', role: 'rep' }, 12],
    ['customer', { kind: 'chat', text: 'It prints again' }, 13],
    ['customer', { kind: 'withdrawn', scope: 'control', place: 'page' }, 14],
    ['customer', { kind: 'ended', reason: 'finished' }, 20],
  ]);
}
const entriesOf = (items: Parameters<typeof readReceipt>[0]) =>
  readReceipt(items).items.flatMap(({ entry }) => entry ?? []);

describe('A receipt', () => {
  it('has a line for everything that was done, with how long what was granted was used and who allowed it', () => {
    const { items } = aLongSession();
    const { done, written } = receiptLines(readReceipt(items), []);
    const shown = done.map(({ who, rest, end }) => [who, rest, end].filter((part) => part !== '').join(' '));
    assert.equal(shown[0], 'You asked for help in Printing: Nothing prints');
    assert.ok(
      shown.includes('You allowed Ines to use your mouse and keyboard, 15 minutes used 10:00'),
      shown.join('\n'),
    );
    assert.ok(shown.includes('You took the mouse back for a moment 1:00'), shown.join('\n'));
    assert.ok(shown.includes('You took mouse and keyboard back'), shown.join('\n'));
    assert.equal(shown.at(-1), 'You ended the session');
    assert.deepEqual(
      written.map(({ who, text }) => [who, text]),
      [
        ['Ines Halvorsen', 'Good morning'],
        ['You', 'It prints again'],
      ],
    );
    assert.equal(done.length + written.length, items.length - 1, 'every entry stands somewhere');
  });

  it('says who helped, from when to when', () => {
    const { items } = aLongSession();
    const { head } = readReceipt(items);
    assert.ok(head);
    assert.deepEqual(whoHelped(entriesOf(items), head.summary), [
      { name: 'Ines Halvorsen', from: 0, to: 10 * MINUTE_MS },
      { name: 'Ben Ito', from: 12 * MINUTE_MS, to: 20 * MINUTE_MS },
    ]);
  });

  it('counts a guest beside the owner, and who goes on in another one’s place, each as long as they were there', () => {
    const rep = (name: string) => ({ kind: 'rep', name });
    const entries = [
      { kind: 'joined', at: 0, by: rep('Ines'), body: { role: 'rep' } },
      { kind: 'joined', at: 2, by: rep('Ben'), body: { role: 'guest' } },
      { kind: 'handed-over', at: 5, by: rep('Ben'), body: { from: 'Ines', how: 'transfer', stays: true } },
      { kind: 'rep-left', at: 7, by: rep('Ines'), body: { rep: 'Ines', how: 'left' } },
      { kind: 'handed-over', at: 8, by: rep('Lea'), body: { from: 'Ben', how: 'taken-over', stays: false } },
    ];
    assert.deepEqual(whoHelped(entries, { endedAt: 9 }), [
      { name: 'Ines', from: 0, to: 7 },
      { name: 'Ben', from: 2, to: 8 },
      { name: 'Lea', from: 8, to: 9 },
    ]);
  });

  it('says what was not done, and nothing that was', () => {
    const { items } = aLongSession();
    const { head } = readReceipt(items);
    assert.ok(head);
    assert.deepEqual(notDone(entriesOf(items), head.summary), ['recorded', 'files', 'commands', 'clipboard']);
    const chat = { seenMs: 0, controlledMs: 0 };
    const all = ['seen', 'controlled', 'recorded', 'files', 'commands', 'clipboard', 'installed'];
    const unopened = [
      { kind: 'chat', body: {} },
      { kind: 'launch-asked', body: {} },
      { kind: 'launch-settled', body: { outcome: 'refused' } },
      { kind: 'file-declined', body: {} },
    ];
    assert.deepEqual(notDone(unopened, chat), all);
    const opened = [{ kind: 'launch-settled', body: { outcome: 'done' } }];
    assert.ok(!notDone(opened, chat).includes('commands'));
    const kinds = ['file', 'recording-started', 'command-run', 'clipboard-read', 'fetched'].map((kind) => ({
      kind,
      body: {},
    }));
    assert.deepEqual(notDone(kinds, { seenMs: 1, controlledMs: 1 }), []);
  });

  it('counts what tools did: a file taken, a command line, and whether that was recorded', () => {
    const chat = { seenMs: 0, controlledMs: 0 };
    const used = (use: object) => notDone([{ kind: 'tool-used', body: { use } }], chat);
    assert.ok(!used({ did: 'file-taken', name: 'a', bytes: 1 }).includes('files'));
    const shell = { did: 'shell-opened', name: 'Shell 1' };
    assert.ok(!used(shell).includes('commands'));
    assert.ok(used(shell).includes('recorded'));
    assert.ok(!used({ ...shell, isRecorded: true }).includes('recorded'));
    assert.ok(used({ nonsense: true }).includes('commands'));
  });

  it('shows entries of a kind that this page has no words for, and those that are no entries at all', () => {
    const { items } = aReceipt(
      [
        ['Ines', { kind: 'joined', role: 'rep' }, 0],
        ['customer', { kind: 'ended', reason: 'finished' }, 1],
      ],
      [{ at: 5, by: { kind: 'rep', name: 'Ines' }, kind: 'teleported', body: { far: true } }, { nonsense: true }],
    );
    const { done } = receiptLines(readReceipt(items), []);
    assert.match(done[2]?.rest ?? '', /no words for \(teleported\)/);
    assert.match(done[3]?.rest ?? '', /gone or cannot be read/);
  });
});

describe('Judging a receipt', () => {
  const { items, seal } = aLongSession();
  const link = fingerprintOf(seal.hash);

  it('finds it unchanged by seal, link and every entry', () => {
    const judged = judgeReceipt(items, seal, link, sha256);
    assert.deepEqual(judged, { verdict: 'unchanged', faults: [], isSealBroken: false, isOtherLink: false });
  });

  it('finds what was changed in the store, also when the seal still holds', () => {
    const changed = items.map((item) =>
      item.seq === 4 ? { ...item, text: item.text?.replace('Good', 'Bad') ?? null } : item,
    );
    const judged = judgeReceipt(changed, seal, link, sha256);
    assert.deepEqual([judged.verdict, judged.faults], ['changed', [{ seq: 4, is: 'changed' }]]);
  });

  it('finds a seal that does not hold, and one that is not of this chain', () => {
    assert.equal(judgeReceipt(items, { ...seal, state: 'broken' }, link, sha256).isSealBroken, true);
    assert.equal(judgeReceipt(items.slice(0, -1), seal, link, sha256).verdict, 'changed');
  });

  it('finds a whole chain that was sealed anew, by the fingerprint in the customer’s link', () => {
    const judged = judgeReceipt(items, seal, '0'.repeat(32), sha256);
    assert.deepEqual([judged.verdict, judged.isOtherLink], ['changed', true]);
  });

  it('takes the link’s word where the server’s secret is another one, and says so', () => {
    assert.equal(judgeReceipt(items, { ...seal, state: 'foreign' }, link, sha256).verdict, 'own-word');
    assert.equal(judgeReceipt(items, { ...seal, state: 'foreign' }, '0'.repeat(32), sha256).verdict, 'changed');
  });
});
