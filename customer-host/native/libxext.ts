import koffi from 'koffi';
import { loadLibrary } from './load-library.ts';
import type { Pointer } from './load-library.ts';

const libxext = loadLibrary('libXext.so.6');

/** `XShmSegmentInfo`: must stay at one address for as long as its image lives. */
export const shmSegmentInfo = koffi.struct({ shmseg: 'ulong', shmid: 'int', shmaddr: 'void *', readOnly: 'int' });
/** `ZPixmap`: whole pixels one after the other. */
export const zPixmap = 2;

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
