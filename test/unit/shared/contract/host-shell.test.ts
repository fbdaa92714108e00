import assert from 'node:assert/strict';
import { LARGEST_SHELL_PIECE, readShellMessage, shellMessage } from '../../../../shared/contract/host-shell.ts';

describe('The bytes of a shell on its channel', () => {
  it('come back with the number they were sent under', () => {
    const read = readShellMessage(shellMessage(70_000, new TextEncoder().encode('grün')).buffer);
    assert.equal(read?.shell, 70_000);
    assert.equal(new TextDecoder().decode(read?.bytes), 'grün');
  });

  it('are nothing without a number, without bytes, or in pieces that are too large', () => {
    assert.equal(readShellMessage(new ArrayBuffer(0)), undefined);
    assert.equal(readShellMessage(new ArrayBuffer(4)), undefined);
    assert.equal(readShellMessage(new ArrayBuffer(5)), undefined, 'no shell has the number 0');
    assert.equal(readShellMessage(shellMessage(1, new Uint8Array(LARGEST_SHELL_PIECE + 1)).buffer), undefined);
  });
});
