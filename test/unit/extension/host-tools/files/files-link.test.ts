import assert from 'node:assert/strict';
import { createFilesLink, isInterrupted } from '../../../../../extension/host-tools/files/files-link.ts';

/** A channel that only counts what is sent, and time that is advanced by hand. */
function aLink() {
  let nowMs = 0;
  const later: { atMs: number; run: () => void }[] = [];
  const sent: string[] = [];
  const channel = Object.assign(new EventTarget(), {
    readyState: 'open',
    bufferedAmount: 0,
    send: (text: string) => sent.push(text),
  });
  const clock = {
    now: () => nowMs,
    after(delayMs: number, run: () => void) {
      later.push({ atMs: nowMs + delayMs, run });
      return () => undefined;
    },
  };
  const link = createFilesLink(clock);
  const pass = async (ms: number) => {
    nowMs += ms;
    for (const due of later.splice(0)) {
      if (due.atMs <= nowMs) due.run();
      else later.push(due);
    }
    await settled();
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all that the client uses of a channel is there
  return { link, sent, pass, channel: channel as unknown as RTCDataChannel };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the link to the customer’s files', () => {
  it('never asks so often that the host would end it', async () => {
    const { link, sent, pass, channel } = aLink();
    link.use(channel);
    for (let asked = 0; asked < 2000; asked += 1) link.call('files.places', {}).catch(() => undefined);
    await settled();
    assert.ok(sent.length >= 290 && sent.length <= 310, `${sent.length} at once`);
    const before = sent.length;
    await pass(1000);
    assert.ok(sent.length - before <= 130, `${sent.length - before} in a second`);
    assert.ok(sent.length > before, 'it goes on');
  });

  it('tells whoever waits that it broke, and when it is back', async () => {
    const { link, channel } = aLink();
    await assert.rejects(link.call('files.places', {}), isInterrupted);
    link.use(channel);
    const first = link.generation;
    const asked = link.call('files.places', {});
    const broken = new Promise((resolve) => link.hear(1, { broken: resolve }));
    await settled();
    link.use(undefined);
    await assert.rejects(asked, isInterrupted);
    assert.ok(isInterrupted(await broken));
    const stop = new AbortController();
    const back = link.back(new AbortController().signal);
    const given = link.back(stop.signal);
    stop.abort();
    await assert.rejects(given);
    link.use(channel);
    await back;
    assert.equal(link.generation, first + 1);
  });
});
