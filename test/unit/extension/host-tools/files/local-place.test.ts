import assert from 'node:assert/strict';
import { createHeldFiles } from '../../../../../extension/host-tools/files/local-place.ts';

describe('files that the browser holds', () => {
  it('are given on to be saved once they are whole, and can be sent again [S1-16]', async () => {
    const received: File[] = [];
    const held = createHeldFiles((file) => received.push(file));
    const sink = await held.create('a.txt', 4);
    await sink.write(new Uint8Array([104, 97]));
    await sink.write(new Uint8Array([108, 102]));
    assert.deepEqual([received.length, (await held.items()).length], [0, 0]);
    await sink.close();
    assert.equal(await received[0]?.text(), 'half');
    assert.equal(await held.look('a.txt'), 'file');
    const thrown = await held.create('b.txt', 1);
    await thrown.abort();
    assert.equal(await held.look('b.txt'), undefined);
  });

  it('are bounded, and it is said what is too large and what to do; folders do not fit at all', async () => {
    const held = createHeldFiles(() => undefined);
    await assert.rejects(held.create('huge', 500_000_001), /at most 500 MB\. Open a folder first/);
    await assert.rejects(held.makeFolder('x'), /cannot receive folders here/);
  });
});
