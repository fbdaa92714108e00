import koffi from 'koffi';
import type { Pointer } from './load-library.ts';

/** A copy of `bytes` bytes that a C library keeps at `address`; safe to use after the library has freed them. */
export function copyMemory(address: Pointer, bytes: number): Buffer {
  return Buffer.from(Buffer.from(koffi.view(address, bytes)));
}

/** The `bytes` bytes at `address` themselves, not a copy: they must stay mapped for as long as anybody may read them. */
export function viewMemory(address: Pointer, bytes: number): ArrayBuffer {
  return koffi.view(address, bytes);
}

/** The pointer stored at `offset` of a copied struct; null for C's NULL. */
export function pointerAt(bytes: Buffer, offset: number): Pointer | null {
  const pointer = bytes.readBigUInt64LE(offset);
  return pointer === 0n ? null : pointer;
}
