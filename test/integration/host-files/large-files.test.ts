import assert from 'node:assert/strict';
import { mkdtempSync, openAsBlob, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveFile } from '../../../extension/host-tools/files/give-file.ts';
import { takeFile } from '../../../extension/host-tools/files/take-file.ts';
import { filesAtHand, type FilesAtHand } from './files-at-hand.ts';

const GIGABYTE = 1024 ** 3;
/** What may be added to memory, as a part of the file: what is under way, and what is not collected yet. */
const MOST_PART = 0.1;

describe('large files', function () {
  this.timeout(120_000);
  let hand: FilesAtHand;
  let heldFolder: string;

  beforeEach(() => {
    hand = filesAtHand();
    heldFolder = mkdtempSync(join(tmpdir(), 'rh-large-'));
  });
  afterEach(() => {
    hand.remove();
    rmSync(heldFolder, { recursive: true, force: true });
  });

  /** Watches heap and buffers while something runs: the most that was added, as a part of `bytes`. */
  async function growthOf(bytes: number, run: (look: () => void) => Promise<void>): Promise<number> {
    const held = () => {
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    };
    const before = held();
    let most = before;
    let looks = 0;
    await run(() => {
      looks += 1;
      if (looks % 64 === 0) most = Math.max(most, held());
    });
    return (most - before) / bytes;
  }

  it('are taken with flat memory, both sides together [S1-16]', async () => {
    writeFileSync(join(hand.folder, 'huge'), 'begins');
    truncateSync(join(hand.folder, 'huge'), GIGABYTE);
    let came = 0;
    const growth = await growthOf(GIGABYTE, async (look) => {
      const sink = {
        write: async (bytes: Uint8Array) => {
          came += bytes.length;
          look();
        },
        close: async () => undefined,
        abort: async () => undefined,
      };
      await takeFile(join(hand.folder, 'huge'), async () => sink, ports('take', 'huge'));
    });
    assert.equal(came, GIGABYTE);
    assert.ok(growth < MOST_PART, `${(growth * 100).toFixed(1)} % of the file were added to memory`);
  });

  it('are given with flat memory, both sides together [S1-16]', async () => {
    const bytes = GIGABYTE / 2;
    writeFileSync(join(heldFolder, 'huge'), 'begins');
    truncateSync(join(heldFolder, 'huge'), bytes);
    const file = new File([await openAsBlob(join(heldFolder, 'huge'))], 'huge');
    const growth = await growthOf(bytes, async (look) => {
      hand.onMessage = look;
      const target = { folder: hand.folder, name: 'huge', inUse: 'refuse' } as const;
      await giveFile(file, target, { ...ports('give', 'huge'), onAt: look });
    });
    assert.equal(statSync(join(hand.folder, 'huge')).size, bytes);
    assert.ok(growth < MOST_PART, `${(growth * 100).toFixed(1)} % of the file were added to memory`);
  });

  function ports(way: 'take' | 'give', name: string) {
    return {
      link: hand.link,
      copy: async () => (await hand.link.call('copies.begin', { way, folder: hand.folder, name })).copy,
      stop: new AbortController().signal,
      onAt: () => undefined,
      onInterrupted: () => assert.fail('nothing broke'),
    };
  }
});
