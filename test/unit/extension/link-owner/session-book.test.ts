import assert from 'node:assert/strict';
import { createOwnerState } from '../../../../extension/link-owner/owner-state.ts';
import { createSessionBook } from '../../../../extension/link-owner/session-book.ts';
import { createClient } from '../../../../shared/contract/contract.ts';
import { repContract } from '../../../../shared/contract/rep-contract.ts';
import type { LogEntry } from '../../../../shared/contract/session-log.ts';
import { aHead, aSummary, clientId, inesSays, says, session } from '../builders.ts';
import { fails, scriptedCarrier } from '../scripted-carrier.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));
const log = [says(1, 'one'), says(2, 'two'), says(3, 'three'), says(4, 'four')];

function aBook(more: Parameters<typeof scriptedCarrier>[0] = {}) {
  const state = createOwnerState();
  const told: number[] = [];
  const carrier = scriptedCarrier({
    'log.after': (params) => {
      const { seq } = params as { seq: number };
      // Two at a time, so that paging on is tried too.
      const rest = log.filter((entry) => entry.seq > seq);
      return { entries: rest.slice(0, 2), more: rest.length > 2 };
    },
    ...more,
  });
  const book = createSessionBook({
    state,
    server: createClient(repContract, carrier),
    onGrown: (_session, added: readonly LogEntry[]) => told.push(...added.map(({ seq }) => seq)),
    onBehind: () => {},
  });
  return { state, book, told, carrier };
}

describe('the log of a session, as the extension holds it', () => {
  it('asks for what it missed when an entry does not join on, and tells each entry once', async () => {
    const { book, told } = aBook();
    book.putEntries(session(), log.slice(0, 1));
    book.putEntries(session(), log.slice(3));
    await settled();
    await settled();
    assert.deepEqual(told, [1, 2, 3, 4]);
  });

  it('brings the whole log of a session that comes with one', async () => {
    const { book, told } = aBook();
    book.putHead(aHead({ lastSeq: 4 }));
    await settled();
    await settled();
    assert.deepEqual(told, [1, 2, 3, 4]);
  });

  it('takes an own message out of the outbox when it comes back as an entry', () => {
    const { state, book } = aBook();
    state.unsent.value = [{ session: session(), clientId: clientId(), text: 'Hi', at: 0, failure: null }];
    book.putEntries(session(), [inesSays(1, 'Hi', { clientId: clientId() })]);
    assert.deepEqual(state.unsent.value, []);
  });

  it('keeps a session that ended while the server was away, with its summary', async () => {
    const { state, book } = aBook({ 'sessions.summary': () => ({ summary: aSummary() }) });
    book.putHead(aHead());
    book.sync([]);
    await settled();
    assert.equal(state.sessions.value[0]?.head.state, 'ended');
    assert.equal(state.sessions.value[0]?.summary?.customer, 'Marta Kowalenko');
  });

  it('lets go of a code that nobody used, which leaves no summary', async () => {
    const { state, book } = aBook({ 'sessions.summary': fails('not-found') });
    book.putHead(aHead({ state: 'waiting-code' }));
    book.sync([]);
    await settled();
    assert.deepEqual(state.sessions.value, []);
  });
});
