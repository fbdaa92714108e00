import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import * as v from 'valibot';
import {
  ChainHash,
  ReceiptToken,
  inGroups,
  readReceiptFragment,
  receiptAddress,
} from '../../../../shared/contract/receipt.ts';
import type { ReceiptItem } from '../../../../shared/contract/receipt.ts';
import { canonical, chainOf, faultsIn } from '../../../../shared/contract/receipt-chain.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** As it was sealed. */
function sealed(texts: readonly string[]): ReceiptItem[] {
  const chain = chainOf(
    texts.map((text, seq) => ({ seq, text })),
    sha256,
  );
  return chain.map(({ seq, hash }) => ({ seq, text: texts[seq] ?? '', hash: v.parse(ChainHash, hash) }));
}
const someTexts = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 1, maxLength: 30 });

describe('The chain of a receipt', () => {
  it('finds nothing in what is as it was', () => {
    fc.assert(fc.property(someTexts, (texts) => assert.deepEqual(faultsIn(sealed(texts), sha256), [])));
  });

  it('points at the one text that was changed, and at no other', () => {
    fc.assert(
      fc.property(someTexts, fc.nat(), (texts, some) => {
        const place = some % texts.length;
        const items = sealed(texts).map((item) => (item.seq === place ? { ...item, text: `${item.text}!` } : item));
        assert.deepEqual(faultsIn(items, sha256), [{ seq: place, is: 'changed' }]);
      }),
    );
  });

  it('points at what was taken out, put in, and changed places', () => {
    const [head, first, second, third] = sealed(['head', 'one', 'two', 'three']);
    assert.ok(head && first && second && third);
    assert.deepEqual(faultsIn([head, first, { ...second, text: null }, third], sha256), [{ seq: 2, is: 'missing' }]);
    const added = { seq: 4, text: 'four', hash: null };
    assert.deepEqual(faultsIn([head, first, second, third, added], sha256), [{ seq: 4, is: 'added' }]);
    const swapped = [head, { ...first, text: second.text }, { ...second, text: first.text }, third];
    assert.deepEqual(
      faultsIn(swapped, sha256).map(({ seq }) => seq),
      [1, 2],
    );
  });

  it('can be worked out by anybody with sha256sum: hash, line feed, text', () => {
    const [head, first] = sealed(['{"a":1}', '{"b":"ü"}']);
    assert.equal(head?.hash, sha256('\n{"a":1}'));
    assert.equal(first?.hash, sha256(`${head?.hash}\n{"b":"ü"}`));
  });

  it('writes the same things the same way, whatever the order in which they came', () => {
    assert.equal(canonical({ b: [{ d: 1, c: null }], a: undefined, A: 'x' }), '{"A":"x","b":[{"c":null,"d":1}]}');
    const record = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(record, (fields) => {
        const turned = Object.fromEntries(Object.entries(fields).toReversed());
        assert.equal(canonical(turned), canonical(fields));
        assert.deepEqual(JSON.parse(canonical(fields)), JSON.parse(JSON.stringify(fields)));
      }),
    );
  });
});

describe('The link of a receipt', () => {
  const link = {
    token: v.parse(ReceiptToken, 'abcdefghijklmnopqrstuvwxyz'),
    fingerprint: '0123456789abcdef'.repeat(2),
  };

  it('holds secret and fingerprint behind its #, and nothing but a whole one is read', () => {
    const address = receiptAddress('https://help.example', link);
    assert.equal(address, `https://help.example/receipt#${link.token}-${link.fingerprint}`);
    assert.deepEqual(readReceiptFragment(new URL(address).hash), link);
    for (const cut of ['', '#', `#${link.token}`, `#${link.token}-${link.fingerprint.slice(1)}`, `${address}x`]) {
      assert.equal(readReceiptFragment(cut), undefined, cut);
    }
  });

  it('is read aloud in groups of four', () => {
    assert.equal(inGroups('4f1c9a07e2b85d63'), '4f1c 9a07 e2b8 5d63');
  });
});
