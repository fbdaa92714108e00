import { createHash } from 'node:crypto';
import { unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getAsset } from 'node:sea';
import { brotliDecompressSync } from 'node:zlib';
import type { ScratchFolder } from './scratch-folder.ts';
import { openScratchFolder, scratchPlaces, sweepLeftovers } from './scratch-folder.ts';

/** A native part that the executable carries. */
export type AddonName = 'wrtc' | 'koffi' | 'pty';

const loaded = new Map<AddonName, unknown>();
let isSwept = false;

/**
 * Loads a native part out of the executable itself: checked, written where only this user can read, loaded, and removed
 * at once, so that even a killed host leaves nothing but the milliseconds in between. Called by code that the builder
 * puts in the place of the packages' own loaders.
 */
export function loadAddon(name: AddonName): unknown {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const places = scratchPlaces();
  sweepOnce(places);
  const bytes = unpacked(name);
  const refusals: unknown[] = [];
  for (const place of places) {
    try {
      const exports = loadFrom(place, name, bytes);
      loaded.set(name, exports);
      return exports;
    } catch (error) {
      refusals.push(error);
    }
  }
  throw new AggregateError(refusals, `This computer lets RemoteHelp run nowhere: ${places.join(', ')} all refuse.`);
}

/** Removes what killed hosts left behind, once in a process. */
function sweepOnce(places: readonly string[]): void {
  if (isSwept) return;
  isSwept = true;
  for (const place of places) sweepLeftovers(place, Date.now());
}

function unpacked(name: AddonName): Uint8Array {
  const bytes = brotliDecompressSync(new Uint8Array(getAsset(`${name}.node.br`)));
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== getAsset(`${name}.sha256`, 'utf8')) {
    throw new Error(`This download is damaged (${name}). Ask for a new one.`);
  }
  return bytes;
}

function loadFrom(place: string, name: AddonName, bytes: Uint8Array): unknown {
  const folder: ScratchFolder = openScratchFolder(place);
  try {
    const file = join(folder.path, `${name}.node`);
    writeFileSync(file, bytes, { mode: 0o500, flag: 'wx' });
    const module: { exports: unknown } = { exports: {} };
    process.dlopen(module, file);
    // A loaded library stays usable after its file is gone; that is so on POSIX systems, not on Windows.
    unlinkSync(file);
    return module.exports;
  } finally {
    folder.remove();
  }
}
