import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesAtHand, type FilesAtHand } from './files-at-hand.ts';
import { aFile, copiesAtHand, sha256 } from './copies-at-hand.ts';
import { placeInMemory } from './place-in-memory.ts';

describe('copies that are broken off', () => {
  let hand: FilesAtHand;
  let copies: ReturnType<typeof copiesAtHand>;
  const path = (name: string) => join(hand.folder, name);

  beforeEach(() => {
    hand = filesAtHand();
    copies = copiesAtHand(hand);
  });
  afterEach(() => hand.remove());

  it('goes on where the link broke, in both ways, and checks the whole [S1-16]', async () => {
    const bytes = randomBytes(12_000_000);
    writeFileSync(path('big'), bytes);
    const to = placeInMemory();
    let breaks = 0;
    const breakOnce = (at: number) => {
      if (at < 4_000_000 || breaks > 0) return;
      breaks += 1;
      hand.cut();
      setImmediate(() => hand.connect());
    };
    const begun: number[] = [];
    const watch = { onAt: (at: number) => (begun.push(at), breakOnce(at)) };
    await copies.copy({ way: 'take', folder: hand.folder, name: 'big', kind: 'file', bytes: bytes.length, to }, watch);
    assert.equal(sha256(to.files.get('big')), sha256(bytes));
    assert.equal(breaks, 1);
    assert.ok(
      Math.min(...begun.slice(-10)) > 4_000_000 && begun.every((at, nth) => at >= (begun[nth - 1] ?? 0)),
      'not begun anew',
    );

    breaks = 0;
    begun.length = 0;
    await copies.give(aFile('up', bytes), watch);
    assert.equal(sha256(readFileSync(path('up'))), sha256(bytes));
    assert.equal(breaks, 1);
    assert.ok(
      begun.every((at, nth) => at >= (begun[nth - 1] ?? 0)),
      'not begun anew',
    );
    assert.deepEqual(copies.halves(), []);
  });

  it('goes on over a new link although the host has not noticed yet that the old one broke [S1-16]', async () => {
    const bytes = randomBytes(12_000_000);
    let breaks = 0;
    const begun: number[] = [];
    await copies.give(aFile('up', bytes), {
      onAt(there) {
        begun.push(there);
        if (there < 4_000_000 || breaks > 0) return;
        breaks += 1;
        hand.cut({ unnoticed: true });
        setImmediate(() => hand.connect());
      },
    });
    assert.equal(sha256(readFileSync(path('up'))), sha256(bytes));
    assert.ok(
      begun.every((at, nth) => at >= (begun[nth - 1] ?? 0)),
      'not begun anew',
    );
    assert.deepEqual(copies.halves(), []);
  });

  it('begins anew when what is there is not what the file begins with any more', async () => {
    const bytes = randomBytes(12_000_000);
    writeFileSync(path('big'), bytes);
    const to = placeInMemory();
    const next = randomBytes(9_000_000);
    let breaks = 0;
    await copies.copy(
      { way: 'take', folder: hand.folder, name: 'big', kind: 'file', bytes: bytes.length, to },
      {
        onAt(there) {
          if (there < 4_000_000 || breaks > 0) return;
          breaks += 1;
          hand.cut();
          writeFileSync(path('big'), next);
          setImmediate(() => hand.connect());
        },
      },
    );
    assert.equal(sha256(to.files.get('big')), sha256(next));
  });

  it('stops at once when it is cancelled or the consent is taken back, and leaves nothing [H-53]', async () => {
    const stop = new AbortController();
    await assert.rejects(
      copies.give(aFile('cancelled', new Uint8Array(12_000_000)), {
        stop: stop.signal,
        onAt: (at) => at > 2_000_000 && stop.abort(),
      }),
    );
    await hand.link.call('files.places', {});
    assert.deepEqual(readdirSync(hand.folder), []);
    await assert.rejects(
      copies.give(aFile('back', new Uint8Array(12_000_000)), { onAt: (at) => at > 2_000_000 && hand.takeBack() }),
      /taken the files back/,
    );
    while (copies.halves().length > 0) await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(readdirSync(hand.folder), []);
    assert.equal(existsSync(hand.ledger), false);
    assert.deepEqual(hand.reports, []);
  });
});
