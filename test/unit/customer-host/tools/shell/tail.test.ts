import assert from 'node:assert/strict';
import { createTail } from '../../../../../customer-host/tools/shell/tail.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (read: Uint8Array) => new TextDecoder().decode(read);

describe('What a shell showed last', () => {
  it('is all of it while that is little', () => {
    const tail = createTail(10);
    tail.add(bytes('abc'));
    tail.add(bytes('def'));
    assert.equal(text(tail.read()), 'abcdef');
  });

  it('begins at a line of its own where something was left off, and never grows', () => {
    const tail = createTail(10);
    for (let line = 0; line < 1000; line += 1) tail.add(bytes(`l${line % 10}\n`));
    assert.equal(text(tail.read()), 'l7\nl8\nl9\n');
    tail.add(bytes('end'));
    assert.equal(text(tail.read()), 'l8\nl9\nend');
  });
});
