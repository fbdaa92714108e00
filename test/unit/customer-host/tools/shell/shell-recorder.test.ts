import assert from 'node:assert/strict';
import * as v from 'valibot';
import { startShellRecorder } from '../../../../../customer-host/tools/shell/shell-recorder.ts';
import { LONGEST_RECORDING, RecordingId, RecordingPart } from '../../../../../shared/contract/shell-recording.ts';

const id = v.parse(RecordingId, 'A'.repeat(22));
const bytes = (text: string) => new TextEncoder().encode(text);

/** A recorder, and the parts that it has sent. `takes` is what the server says to each. */
function aRecorder({ takes = () => true }: { takes?: () => boolean } = {}) {
  const parts: RecordingPart[] = [];
  let now = 1_000_000;
  const recorder = startShellRecorder({
    ...{ id, size: { columns: 80, rows: 24 }, name: () => 'Shell 1', now: () => now },
    send: async (part) => {
      parts.push(v.parse(RecordingPart, part));
      return takes();
    },
  });
  const ended = async () => {
    recorder.end();
    while (parts.at(-1)?.end === null || recorder.waiting > 0) await new Promise((resolve) => setImmediate(resolve));
    return parts.map(({ text }) => text).join('');
  };
  return {
    recorder,
    parts,
    ended,
    pass(ms: number) {
      now += ms;
    },
  };
}

describe('The recording of a command line', () => {
  it('is asciicast v2: a head, then what was shown and when, and the sizes [S2-58]', async () => {
    const { recorder, parts, ended, pass } = aRecorder();
    pass(500);
    recorder.output(bytes('grün'));
    pass(1000);
    recorder.resize({ columns: 100, rows: 30 });
    const lines = (await ended())
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    assert.deepEqual(lines, [
      { version: 2, width: 80, height: 24, timestamp: 1000, title: 'Shell 1' },
      [0.5, 'o', 'grün'],
      [1.5, 'r', '100x30'],
    ]);
    assert.deepEqual(
      parts.map(({ part }) => part),
      parts.map((_part, place) => place),
    );
    assert.equal(parts.at(-1)?.end, 'whole');
  });

  it('puts letters together whose bytes come in two pieces', async () => {
    const { recorder, ended } = aRecorder();
    const whole = bytes('ü');
    recorder.output(whole.subarray(0, 1));
    recorder.output(whole.subarray(1));
    assert.match(await ended(), /"o","ü"/);
  });

  it('ends at its largest size, and says that it was cut', async () => {
    const { recorder, parts, ended } = aRecorder();
    const much = bytes('\u001b'.repeat(8 * 1024));
    for (let times = 0; times < 500; times += 1) recorder.output(much);
    const text = await ended();
    assert.ok(text.length <= LONGEST_RECORDING);
    assert.ok(text.length > LONGEST_RECORDING - 100_000);
    assert.equal(parts.at(-1)?.end, 'cut');
  });

  it('sends no more once the server wants none', async () => {
    const { recorder, parts } = aRecorder({ takes: () => false });
    for (let times = 0; times < 50; times += 1) recorder.output(bytes('x'.repeat(8000)));
    recorder.end();
    while (recorder.waiting > 0) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(parts.length, 1);
  });
});
