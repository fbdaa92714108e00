import koffi from 'koffi';
import { loadLibrary, toPointer } from './load-library.ts';
import type { Pointer } from './load-library.ts';
import { PlatformUnavailable } from './platform-unavailable.ts';

const libxext = loadLibrary('libXext.so.6');

const shmSegmentInfo = koffi.struct({ shmseg: 'ulong', shmid: 'int', shmaddr: 'void *', readOnly: 'int' });
/** `ZPixmap`: whole pixels one after the other. */
export const zPixmap = 2;

/**
 * An `XShmSegmentInfo` of the segment `id` that is mapped at `address`. It must stay for as long as its image lives;
 * after that `freeSegmentInfo` takes it.
 */
export function createSegmentInfo(id: number, address: Pointer): Pointer {
  const segment = toPointer(koffi.alloc(shmSegmentInfo, 1));
  if (segment === null) throw new PlatformUnavailable('There is too little memory to read the screen.');
  koffi.encode(segment, shmSegmentInfo, { shmseg: 0, shmid: id, shmaddr: address, readOnly: 0 });
  return segment;
}

/** Gives back the memory of a `createSegmentInfo`. */
export function freeSegmentInfo(segment: Pointer): void {
  koffi.free(segment);
}

export const XShmCreateImage: (
  display: Pointer,
  visual: Pointer,
  depth: number,
  format: number,
  data: Pointer,
  segment: Pointer,
  width: number,
  height: number,
) => Pointer | null = libxext.func(
  'void *XShmCreateImage(void *display, void *visual, uint depth, int format, void *data, void *segment, uint width, ' +
    'uint height)',
);
export const XShmAttach: (display: Pointer, segment: Pointer) => number = libxext.func(
  'int XShmAttach(void *display, void *segment)',
);
export const XShmDetach: (display: Pointer, segment: Pointer) => number = libxext.func(
  'int XShmDetach(void *display, void *segment)',
);
export const XShmGetImage: (
  display: Pointer,
  window: number,
  image: Pointer,
  x: number,
  y: number,
  planes: number,
) => number = libxext.func('int XShmGetImage(void *display, ulong window, void *image, int x, int y, ulong planes)');
