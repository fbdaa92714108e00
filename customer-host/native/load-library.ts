import koffi from 'koffi';
import type { LibraryHandle } from 'koffi';
import { PlatformUnavailable } from './platform-unavailable.ts';

/** A C pointer as koffi hands it over; null is C's NULL. */
export type Pointer = bigint;

/** Narrows a pointer that koffi types as anything. @throws TypeError when it is something else, which no C library gives. */
export function toPointer(value: unknown): Pointer | null {
  if (value === null || typeof value === 'bigint') return value;
  throw new TypeError(`A C pointer was expected, not a ${typeof value}.`);
}

/**
 * Loads a shared library of the system.
 * @throws PlatformUnavailable naming the library when this computer does not have it
 */
export function loadLibrary(fileName: string): LibraryHandle {
  try {
    return koffi.load(fileName);
  } catch (cause) {
    throw new PlatformUnavailable(`This computer lacks the system library ${fileName}. Install it and start again.`, {
      cause,
    });
  }
}
