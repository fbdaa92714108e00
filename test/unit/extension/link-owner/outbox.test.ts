import assert from 'node:assert/strict';
import { createOutbox } from '../../../../extension/link-owner/outbox.ts';
import { createOwnerState } from '../../../../extension/link-owner/owner-state.ts';
import { createClient } from '../../../../shared/contract/contract.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import { repContract } from '../../../../shared/contract/rep-contract.ts';
import { manualClock } from '../../shared/ui/manual-clock.ts';
import { clientId, inesSays, session } from '../builders.ts';
import { fails, scriptedCarrier } from '../scripted-carrier.ts';

/** Lets everything that has been answered already run to its end. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

function anOutbox(send: (params: unknown) => unknown) {
  const state = createOwnerState();
  state.link.value = { at: 'online', server: 'https://help.example' };
  const carrier = scriptedCarrier({ 'chat.send': send });
  const sent: string[] = [];
  const clock = manualClock(5000);
  const outbox = createOutbox({
    state,
    server: createClient(repContract, carrier),
    onSent: (_session, entry) => sent.push(entry.kind === 'chat' ? entry.text : entry.kind),
    now: () => 5000,
    after: clock.after,
  });
  const write = (word: string) => outbox.write({ session: session(), clientId: clientId(word), text: word });
  const waiting = () => state.unsent.value.map(({ text }) => text);
  return { state, carrier, clock, outbox, write, sent, waiting };
}

let seq = 0;
const stores = (params: unknown) => {
  const { text, clientId: key } = params as { text: string; clientId: never };
  seq += 1;
  return { entry: inesSays(seq, text, { clientId: key }) };
};

describe('messages on their way', () => {
  it('show at once and leave the outbox when the server has stored them', async () => {
    const { write, waiting, sent } = anOutbox(stores);
    write('Hello');
    assert.deepEqual(waiting(), ['Hello']);
    await settled();
    assert.deepEqual(waiting(), []);
    assert.deepEqual(sent, ['Hello']);
  });

  it('are kept while the server is down, and sent in the order of writing when it is back', async () => {
    const { state, outbox, write, waiting, sent } = anOutbox(stores);
    state.link.value = { at: 'lost', server: 'https://help.example', since: 0, retryAt: 1, because: null };
    write('First');
    write('Second');
    await settled();
    assert.deepEqual(waiting(), ['First', 'Second']);
    state.link.value = { at: 'online', server: 'https://help.example' };
    outbox.flush();
    await settled();
    await settled();
    assert.deepEqual(sent, ['First', 'Second']);
    assert.deepEqual(waiting(), []);
  });

  it('carry the same client id when they are sent again after a lost acknowledgement', async () => {
    let answers = 0;
    const { carrier, outbox, write, sent } = anOutbox((params) => {
      answers += 1;
      if (answers === 1) throw new AppError('no-answer');
      return stores(params);
    });
    write('Only_once');
    await settled();
    outbox.flush();
    await settled();
    const ids = carrier.asked.map(({ params }) => (params as { clientId: string }).clientId);
    assert.deepEqual(ids, [clientId('Only_once'), clientId('Only_once')].map(String));
    assert.deepEqual(sent, ['Only_once']);
  });

  it('are sent again by themselves when the server is there and could not store them', async () => {
    let isStoreAway = true;
    const { clock, write, sent, waiting } = anOutbox((params) =>
      isStoreAway ? fails('store-down')(params) : stores(params),
    );
    write('Patience');
    await settled();
    assert.deepEqual(waiting(), ['Patience']);
    isStoreAway = false;
    clock.advance(3000);
    await settled();
    assert.deepEqual(sent, ['Patience']);
  });

  it('say why when they can never arrive, and let the next one go', async () => {
    let first = true;
    const { state, write, sent, outbox } = anOutbox((params) => {
      if (!first) return stores(params);
      first = false;
      return fails('session-ended')(params);
    });
    write('Too-late');
    write('After-it');
    await settled();
    await settled();
    assert.match(state.unsent.value[0]?.failure ?? '', /This session has ended/);
    assert.deepEqual(sent, ['After-it']);
    outbox.discard(clientId('Too-late'));
    assert.deepEqual(state.unsent.value, []);
  });

  it('are not doubled by writing the same one twice', async () => {
    const { write, waiting } = anOutbox(() => new Promise(() => {}));
    write('Once');
    write('Once');
    assert.deepEqual(waiting(), ['Once']);
  });

  it('keep for whom they are until they are sent', async () => {
    const asked: unknown[] = [];
    const { outbox, state } = anOutbox((params) => {
      asked.push((params as { audience?: string }).audience);
      return stores(params);
    });
    outbox.write({ session: session(), clientId: clientId('note'), text: 'A note', audience: 'reps' });
    assert.equal(state.unsent.value[0]?.audience, 'reps');
    outbox.write({ session: session(), clientId: clientId('word'), text: 'A word' });
    await settled();
    assert.deepEqual(asked, ['reps', undefined]);
  });
});
