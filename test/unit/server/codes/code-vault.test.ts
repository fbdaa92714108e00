import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { createCodeVault } from '../../../../server/codes/code-vault.ts';

describe('How a connection code is kept', () => {
  const vault = createCodeVault(randomBytes(32));

  it('can be shown to the rep again, and is not readable in the store', () => {
    const sealed = vault.seal('042917');
    assert.equal(vault.open(sealed), '042917');
    assert.ok(!Buffer.from(sealed, 'base64url').includes('042917'));
  });

  it('is found by the same id each time, by another one on another server', () => {
    assert.equal(vault.idOf('042917'), vault.idOf('042917'));
    assert.notEqual(vault.idOf('042917'), vault.idOf('042918'));
    assert.notEqual(vault.idOf('042917'), createCodeVault(randomBytes(32)).idOf('042917'));
  });

  it('cannot be shown by another server, or when it was changed', () => {
    const sealed = vault.seal('042917');
    assert.equal(createCodeVault(randomBytes(32)).open(sealed), undefined);
    assert.equal(vault.open(`A${sealed.slice(1)}`) === '042917' && !sealed.startsWith('A'), false);
    assert.equal(vault.open(''), undefined);
  });
});
