import assert from 'node:assert/strict';
import { createFigureReader, type MeasuredLink } from '../../../../extension/viewer/link-figures.ts';

/** Reports as browsers give them; each call of `getStats` takes the next list. */
function linkWith(...readings: readonly Record<string, unknown>[][]): MeasuredLink {
  const left = [...readings];
  return {
    connection: { getStats: () => Promise.resolve(left.shift() ?? []) },
    route: () => Promise.resolve('direct'),
  };
}

describe('the figures of a link', () => {
  it('tell the rate where the browser counts bytes for the transport', async () => {
    const reports = (bytesReceived: number) => [
      { type: 'transport', id: 't', bytesReceived },
      { type: 'candidate-pair', id: 'p', bytesReceived },
    ];
    const link = linkWith(reports(1000), reports(126_000));
    const read = createFigureReader();
    await read(link, 0, 0);
    assert.equal((await read(link, 30, 1000)).kilobitsPerSecond, 1000);
  });

  it('tell the rate in Firefox too, which counts bytes only for pairs of addresses', async () => {
    const reports = (bytesReceived: number) => [
      { type: 'transport', id: 't' },
      { type: 'candidate-pair', id: 'p', bytesReceived },
      { type: 'candidate-pair', id: 'unused' },
    ];
    const link = linkWith(reports(1000), reports(126_000));
    const read = createFigureReader();
    await read(link, 0, 0);
    const figures = await read(link, 30, 1000);
    assert.equal(figures.kilobitsPerSecond, 1000);
    assert.equal(figures.framesPerSecond, 30);
  });
});
