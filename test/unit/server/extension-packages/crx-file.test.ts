import assert from 'node:assert/strict';
import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { crxFile, extensionIdOf } from '../../../../server/extension-packages/crx-file.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
const archive = Buffer.from('an archive');

describe('an extension signed for Chrome', () => {
  it('has an id of 32 letters that follows from the key', () => {
    const hash = createHash('sha256').update(publicKey).digest('hex').slice(0, 32);
    const letters = [...hash].map((digit) => 'abcdefghijklmnop'[parseInt(digit, 16)]).join('');
    assert.equal(extensionIdOf(privateKey), letters);
  });

  it('carries the archive, and a signature over it and over the id', () => {
    const file = crxFile(archive, privateKey);
    assert.equal(file.toString('latin1', 0, 4), 'Cr24');
    assert.equal(file.readUInt32LE(4), 3);
    const headerBytes = file.readUInt32LE(8);
    const header = file.subarray(12, 12 + headerBytes);
    assert.deepEqual(file.subarray(12 + headerBytes), archive);
    // The proof is the first field: the key (tag 0x0a), then the signature of 256 bytes (tag 0x12).
    const keyAt = header.indexOf(publicKey);
    assert.ok(keyAt > 0);
    const signature = header.subarray(keyAt + publicKey.length + 3, keyAt + publicKey.length + 3 + 256);
    const signedData = header.subarray(header.length - 18);
    assert.deepEqual([...signedData.subarray(0, 2)], [0x0a, 16]);
    const length = Buffer.from([18, 0, 0, 0]);
    const signed = Buffer.concat([Buffer.from('CRX3 SignedData\0'), length, signedData, archive]);
    assert.ok(verify('sha256', signed, publicKeyObject(), signature));
    assert.ok(!verify('sha256', Buffer.concat([signed, Buffer.from('!')]), publicKeyObject(), signature));
  });
});

function publicKeyObject() {
  return createPublicKey({ key: publicKey, format: 'der', type: 'spki' });
}
