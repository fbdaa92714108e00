import {
  bitBlt,
  bitBltAside,
  createCompatibleDc,
  createPicture,
  deleteDc,
  deleteObject,
  gdiFlush,
  selectObject,
  sourceCopy,
} from '../native/gdi32.ts';
import type { Pointer } from '../native/load-library.ts';
import { PlatformUnavailable } from '../native/platform-unavailable.ts';
import { viewMemory } from '../native/read-memory.ts';

const bytesPerPixel = 4;

/** Frees a picture once no frame made from it can be read any more: freeing it earlier would crash the reader. */
const freeWhenUnused = new FinalizationRegistry<Pointer>((bitmap) => deleteObject(bitmap));

/** Where a picture is read from: the screen's drawing context and the place in it. */
export interface PictureSource {
  readonly dc: Pointer;
  readonly left: number;
  readonly top: number;
}

/** A picture of the whole screen in memory that Windows copies the screen into. */
export class Win32Picture {
  readonly pixels: Buffer;
  readonly #source: PictureSource;
  readonly #width: number;
  readonly #height: number;
  readonly #dc: Pointer;

  /** @throws PlatformUnavailable when there is no memory for it */
  constructor(source: PictureSource, width: number, height: number) {
    const dc = createCompatibleDc(source.dc);
    const picture = dc && createPicture(dc, width, height);
    if (!dc || !picture) throw new PlatformUnavailable('There is too little memory to read the screen.');
    selectObject(dc, picture.bitmap);
    const memory = viewMemory(picture.pixels, width * height * bytesPerPixel);
    freeWhenUnused.register(memory, picture.bitmap);
    this.pixels = Buffer.from(memory);
    this.#source = source;
    this.#width = width;
    this.#height = height;
    this.#dc = dc;
  }

  /** Copies the screen at once; false while Windows shows something that no program may read. */
  read(): boolean {
    const isRead = bitBlt(...this.#copy());
    gdiFlush();
    return isRead;
  }

  /** Copies the screen without keeping anybody waiting. Nothing else may be done with this picture meanwhile. */
  readAside(): Promise<boolean> {
    return bitBltAside(...this.#copy());
  }

  /** Windows lets go of it. The pixels stay readable for whoever holds them. */
  close(): void {
    deleteDc(this.#dc);
  }

  #copy(): Parameters<typeof bitBlt> {
    const { dc, left, top } = this.#source;
    return [this.#dc, 0, 0, this.#width, this.#height, dc, left, top, sourceCopy];
  }
}
