import assert from 'node:assert/strict';
import * as v from 'valibot';
import { contract, createClient, operation } from '../../../../shared/contract/contract.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import {
  MAX_FRAME_BYTES,
  createFrameCarrier,
  createFrameReader,
  encodeFrame,
} from '../../../../shared/link/native-frames.ts';

const echo = contract(
  { 'words.say': operation(v.strictObject({ word: v.string() }), v.strictObject({ word: v.string() })) },
  v.strictObject({ type: v.literal('words.heard') }),
);

function withLength(length: number, body: readonly number[] = []): Uint8Array {
  const frame = new Uint8Array(4 + body.length);
  new DataView(frame.buffer).setUint32(0, length, true);
  frame.set(body, 4);
  return frame;
}

describe('native-messaging frames', () => {
  it('come through whole, however the stream is cut', () => {
    const messages = [{ word: '한국어' }, null, [1, 2, 3]];
    const stream = Buffer.concat(messages.map(encodeFrame));
    const reader = createFrameReader();
    const read = [...stream].flatMap((byte) => reader.take(Uint8Array.of(byte)).messages);
    assert.deepEqual(read, messages);
  });

  it('are refused for good when they are empty, too long, no UTF-8 or no JSON', () => {
    const bad = [
      withLength(0),
      withLength(0xffffffff),
      withLength(MAX_FRAME_BYTES + 1),
      withLength(1, [0xff]),
      withLength(1, [0x7b]),
    ];
    for (const frame of bad) {
      const reader = createFrameReader();
      assert.equal(reader.take(frame).broken, true);
      assert.deepEqual(reader.take(encodeFrame({ word: 'later' })), { messages: [], broken: true });
    }
  });

  it('are not made longer than a browser takes', () => {
    assert.throws(() => encodeFrame('x'.repeat(MAX_FRAME_BYTES)), AppError);
  });

  it('carry a contract: calls, answers and events', async () => {
    const events: unknown[] = [];
    const reader = createFrameReader();
    const carrier = createFrameCarrier(
      (frame) => {
        for (const message of reader.take(frame).messages) {
          const { id, call } = message as { id: number; call: { params: { word: string } } };
          carrier.take(encodeFrame({ event: { type: 'words.heard' } }));
          carrier.take(encodeFrame({ id, reply: { ok: true, result: call.params } }));
        }
      },
      (event) => events.push(event),
    );
    assert.deepEqual(await createClient(echo, carrier).call('words.say', { word: 'hello' }), { word: 'hello' });
    assert.deepEqual(events, [{ type: 'words.heard' }]);
  });

  it('tell whoever waits when the stream ends', async () => {
    const carrier = createFrameCarrier(
      () => {},
      () => {},
    );
    const waiting = createClient(echo, carrier).call('words.say', { word: 'hello' });
    carrier.end();
    await assert.rejects(waiting, AppError);
  });
});
