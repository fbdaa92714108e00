import assert from 'node:assert/strict';
import { chatLines } from '../../../../../../server/web/customer/session/chat-lines.ts';
import { anEntry } from '../a-log.ts';

const request = anEntry(1, 'customer', { kind: 'requested', channel: 'Printing', reason: 'Printer', message: '' });
const said = (seq: number, by: 'customer' | 'rep', afterMs: number) =>
  anEntry(seq, by, { kind: 'chat', text: 'Hello' }, afterMs);

describe('The lines of a customer’s chat', () => {
  it('begin with the request, which says already that the customer is there', () => {
    const lines = chatLines([
      request,
      anEntry(2, 'customer', { kind: 'joined', role: 'customer' }),
      anEntry(3, 'rep', { kind: 'joined', role: 'rep' }),
    ]);
    assert.deepEqual(
      lines.map(({ is, entry }) => `${is} ${entry.seq}`),
      ['request 1', 'event 3'],
    );
  });

  it('say that the customer came when the session began with a code', () => {
    const [line] = chatLines([anEntry(1, 'customer', { kind: 'joined', role: 'customer' })]);
    assert.equal(line?.is, 'event');
  });

  it('keep messages of one person within a minute together', () => {
    const lines = chatLines([
      said(1, 'rep', 0),
      said(2, 'rep', 59_000),
      said(3, 'customer', 60_000),
      said(4, 'rep', 61_000),
    ]);
    assert.deepEqual(
      lines.map((line) => line.is === 'message' && line.continues),
      [false, true, false, false],
    );
  });

  it('begin anew when the same person writes a minute later', () => {
    const lines = chatLines([said(1, 'rep', 0), said(2, 'rep', 60_000)]);
    assert.ok(lines.every((line) => line.is === 'message' && !line.continues));
  });

  it('tell short pauses once, with how often', () => {
    const paused = (seq: number) => anEntry(seq, 'host', { kind: 'paused', hand: 'pointer' });
    const resumed = (seq: number) => anEntry(seq, 'host', { kind: 'resumed' });
    const lines = chatLines([paused(1), resumed(2), paused(3), resumed(4), paused(5), resumed(6)]);
    assert.deepEqual(
      lines.map((line) => line.is === 'event' && `${line.entry.kind} ${line.times}`),
      ['paused 3'],
    );
  });

  it('say that control goes on when something else was told in between', () => {
    const lines = chatLines([
      anEntry(1, 'host', { kind: 'paused', hand: 'key' }),
      said(2, 'customer', 2000),
      anEntry(3, 'host', { kind: 'resumed' }),
    ]);
    assert.equal(lines.at(-1)?.entry.kind, 'resumed');
  });
});
