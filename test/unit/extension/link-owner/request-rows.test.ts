import assert from 'node:assert/strict';
import {
  lacksSomeOf,
  offeredRequest,
  waitingRows,
  withGone,
  withMove,
  withQueue,
  withRequest,
  withoutGone,
} from '../../../../extension/link-owner/request-rows.ts';
import { anOffer, aRequest, channelId, requestId } from '../builders.ts';

const marta = aRequest({ id: requestId('marta'), createdAt: 1000 });
const ruben = aRequest({ id: requestId('ruben'), createdAt: 2000 });
const taken = { how: 'taken', by: 'Ana Petrescu', mine: false } as const;
const names = (rows: readonly { request: { id: string } }[]) => rows.map(({ request }) => request.id);

describe('the rows of the request list', () => {
  it('stand in the order of the server, which knows who is to be served first', () => {
    assert.deepEqual(names(withQueue(withRequest([], marta), [ruben, marta])), [ruben.id, marta.id]);
  });

  it('put a new request last until the server has told its place, and leave a changed one where it is', () => {
    const rows = withRequest(withRequest([], marta), ruben);
    assert.deepEqual(names(withRequest(rows, { ...marta, reason: 'Changed' })), [marta.id, ruben.id]);
  });

  it('know the one that is offered, while it can still be taken', () => {
    const offer = anOffer({ request: marta.id });
    const rows = withQueue([], [ruben, marta]);
    assert.equal(offeredRequest(rows, offer), marta);
    assert.equal(offeredRequest(withGone(rows, marta.id, taken), offer), undefined);
    assert.equal(offeredRequest(rows, null), undefined);
  });

  it('say who took a request, and keep its place for the moment', () => {
    const rows = withGone(withQueue([], [marta, ruben]), marta.id, taken);
    assert.deepEqual(rows[0], { request: marta, gone: taken });
    assert.deepEqual(waitingRows(rows), [ruben]);
  });

  it('keep a taken row in sight while the queue moves on behind it', () => {
    const rows = withQueue(withGone(withQueue([], [marta, ruben]), marta.id, taken), [ruben]);
    assert.deepEqual(names(rows), [marta.id, ruben.id]);
  });

  it('move by their ids alone, and get their places in each channel from that', () => {
    const other = aRequest({ id: requestId('other'), channel: channelId('other'), position: 9 });
    const rows = withQueue([], [{ ...marta, position: 1 }, other, { ...ruben, position: 2 }]);
    const urgent = { ...ruben, priority: 'urgent' as const };
    const moved = withMove(rows, { order: [ruben.id, other.id, marta.id], changed: [urgent] });
    assert.deepEqual(
      moved.map(({ request: { id, position, priority } }) => [id, position, priority]),
      [
        [ruben.id, 1, 'urgent'],
        [other.id, 1, 'normal'],
        [marta.id, 2, 'normal'],
      ],
    );
  });

  it('say when a move names somebody who is not known here, and show the others meanwhile', () => {
    const rows = withQueue([], [marta]);
    const move = { order: [ruben.id, marta.id], changed: [] };
    assert.equal(lacksSomeOf(rows, move), true);
    assert.deepEqual(names(withMove(rows, move)), [marta.id]);
    assert.equal(lacksSomeOf(rows, { ...move, changed: [ruben] }), false);
    assert.equal(lacksSomeOf(withGone(rows, marta.id, taken), { order: [marta.id], changed: [] }), false);
  });

  it('let a taken row go after its moment, but not a request that has come back', () => {
    const gone = withGone(withQueue([], [marta]), marta.id, taken);
    assert.deepEqual(withoutGone(gone, marta.id), []);
    assert.deepEqual(names(withoutGone(withRequest(gone, marta), marta.id)), [marta.id]);
  });

  it('keep the first reason: who took it does not change', () => {
    const rows = withGone(withGone(withQueue([], [marta]), marta.id, taken), marta.id, { how: 'left' });
    assert.deepEqual(rows[0]?.gone, taken);
  });
});
