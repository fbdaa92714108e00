import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import * as v from 'valibot';
import { serveBrowser } from '../../../../customer-host/native-messaging/serve-browser.ts';
import { NativeAnswer } from '../../../../shared/contract/native-host.ts';
import { createFrameReader, encodeFrame } from '../../../../shared/link/native-frames.ts';
import { PROTOCOL_VERSION } from '../../../../shared/contract/protocol-version.ts';

const ticket = 'abcdefghijklmnopqrstuvwx27';
const protocol = PROTOCOL_VERSION;

/** Says all this to a host, then closes the stream as a browser does; what it answered and which hosts it started. */
async function tell(bytes: readonly Uint8Array[], { isOurs = true, fails = false } = {}) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const started: string[] = [];
  for (const part of bytes) input.write(part);
  input.end();
  await serveBrowser({
    input,
    output,
    isOurs,
    start: (one) => {
      started.push(one);
      return fails ? Promise.reject(new Error('no such file')) : Promise.resolve();
    },
  });
  const { messages } = createFrameReader().take(new Uint8Array(output.read() ?? []));
  return { answers: messages.map((message) => v.parse(NativeAnswer, message)), started };
}

function encodedText(text: string): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  return Buffer.concat([length, Buffer.from(text)]);
}

describe('the installed host, spoken to by a browser', () => {
  it('says that it is there, and starts a host for a ticket', async () => {
    const { answers, started } = await tell([
      encodeFrame({ order: 'status' }),
      encodeFrame({ order: 'start', ticket }),
    ]);
    assert.deepEqual(answers, [
      { status: 'ready', protocol },
      { status: 'started', protocol },
    ]);
    assert.deepEqual(started, [ticket]);
  });

  it('says when the system starts none', async () => {
    const { answers } = await tell([encodeFrame({ order: 'start', ticket })], { fails: true });
    assert.deepEqual(answers, [{ status: 'refused', reason: 'cannot-start', protocol }]);
  });

  it('does nothing for an extension that is not ours, whatever it says [H-49]', async () => {
    const { answers, started } = await tell([encodeFrame({ order: 'start', ticket })], { isOurs: false });
    assert.deepEqual(answers, [{ status: 'refused', reason: 'foreign-caller', protocol }]);
    assert.deepEqual(started, []);
  });

  it('ends at the first message of another shape, and at the first bad frame [H-49]', async () => {
    const good = encodeFrame({ order: 'start', ticket });
    const bad = [
      encodeFrame({ order: 'start', ticket: '../../x' }),
      encodeFrame({ order: 'start', ticket, more: 1 }),
      encodeFrame({ order: 'run', path: '/bin/sh' }),
      encodeFrame(null),
      Uint8Array.of(0, 0, 0, 0),
      Uint8Array.of(255, 255, 255, 255, 1),
      Uint8Array.of(1, 0, 0, 0, 0x7b),
      Uint8Array.of(1, 0, 0, 0, 0xff),
      encodedText(`${'['.repeat(10_000)}${']'.repeat(10_000)}`),
    ];
    for (const frame of bad) {
      const { answers, started } = await tell([frame, good]);
      assert.deepEqual(answers, [{ status: 'refused', reason: 'unknown-order', protocol }]);
      assert.deepEqual(started, []);
    }
    const cutOff = await tell([good.subarray(0, good.length - 1)]);
    assert.deepEqual(cutOff, { answers: [], started: [] });
  });
});
