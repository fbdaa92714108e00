import assert from 'node:assert/strict';
import * as v from 'valibot';
import { SessionId } from '../../../../shared/contract/identifiers.ts';
import { ChainHash } from '../../../../shared/contract/receipt.ts';
import type { ReceiptRecord } from '../../../../server/receipts/receipt-model.ts';
import { createReceiptSecrets } from '../../../../server/receipts/receipt-secrets.ts';

const secret = Buffer.alloc(32, 7);
const [one, other] = ['A', 'B'].map((letter) => v.parse(SessionId, letter.repeat(22)));

describe('What follows from the server’s secret for receipts', () => {
  assert.ok(one && other);
  const secrets = createReceiptSecrets(secret);

  function aRecord(): ReceiptRecord {
    const chain = [0, 1].map((seq) => ({ seq, hash: v.parse(ChainHash, String(seq).repeat(64)) }));
    const seal = { _id: one ?? assert.fail(), token: 'token', sealedAt: 5, chain };
    return { ...seal, head: '{}', mailed: 0, ...secrets.sign(seal) };
  }

  it('is one token for each session, always the same, and another one on another server', () => {
    assert.match(secrets.tokenOf(one), /^[a-z2-7]{26}$/);
    assert.equal(secrets.tokenOf(one), createReceiptSecrets(secret).tokenOf(one));
    assert.notEqual(secrets.tokenOf(one), secrets.tokenOf(other));
    assert.notEqual(secrets.tokenOf(one), createReceiptSecrets(Buffer.alloc(32, 8)).tokenOf(one));
  });

  it('is a signature that holds for exactly what was sealed', () => {
    const record = aRecord();
    assert.equal(secrets.check(record), 'intact');
    const [head, entry] = record.chain;
    assert.ok(head && entry);
    const changed: Partial<ReceiptRecord>[] = [
      { chain: [head] },
      { chain: [head, { ...entry, hash: head.hash }] },
      { chain: [head, { ...entry, seq: 2 }] },
      { sealedAt: 6 },
      { _id: other },
      { token: 'another' },
      { signature: '' },
    ];
    for (const change of changed)
      assert.equal(secrets.check({ ...record, ...change }), 'broken', JSON.stringify(change));
  });

  it('says so where another secret signed, and claims nothing', () => {
    assert.equal(createReceiptSecrets(Buffer.alloc(32, 8)).check(aRecord()), 'foreign');
  });
});
