/** Copies to and from the customer's computer at hand, as the rep's queue does them. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { workCopy, type CopyOrder, type CopyWorkPorts } from '../../../extension/host-tools/files/copy-work.ts';
import { itemOfFile, type LocalFile, type LocalItem } from '../../../extension/host-tools/files/local-item.ts';
import type { FilesAtHand } from './files-at-hand.ts';

type Ports = Partial<CopyWorkPorts>;

export function copiesAtHand(hand: FilesAtHand) {
  const leftOut: string[] = [];
  const copy = (order: CopyOrder, some: Ports = {}) =>
    workCopy(order, {
      link: hand.link,
      stop: new AbortController().signal,
      ask: () => assert.fail('nothing is in use'),
      onTotal: () => undefined,
      onAt: () => undefined,
      onFile: () => undefined,
      onLeftOut: (name, why) => leftOut.push(`${name}: ${why}`),
      onInterrupted: () => undefined,
      ...some,
    });
  return {
    leftOut,
    copy,
    give: (item: LocalItem, some: Ports = {}) => copy({ way: 'give', item, folder: hand.folder }, some),
    /** What is not whole in the customer's folder. */
    halves: () => readdirSync(hand.folder).filter((name) => name.startsWith('.remotehelp-')),
  };
}

export function aFile(name: string, bytes: Uint8Array<ArrayBuffer>): LocalFile {
  return itemOfFile(new File([bytes], name, { lastModified: 1_700_000_000_000 }));
}

export function sha256(bytes: Uint8Array | undefined): string {
  return createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');
}
