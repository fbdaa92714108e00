import { ipcRemove, shmat, shmctl, shmdt, shmget } from '../native/libc.ts';
import { XDefaultDepth, XDefaultScreen, XDefaultVisual, XFree } from '../native/libx11.ts';
import * as xext from '../native/libxext.ts';
import type { Pointer } from '../native/load-library.ts';
import { PlatformUnavailable } from '../native/platform-unavailable.ts';
import { copyMemory, viewMemory } from '../native/read-memory.ts';
import type { ScreenSize, XConnection } from '../native/x-connection.ts';

const bytesPerPixel = 4;
const ownerOnly = 0o600;
const createSegment = 0o1000;
const allPlanes = 0xffffffff;
const attachFailed = 0xffffffffffffffffn;

/** Unmaps a segment once no frame made from it can be read any more: unmapping earlier would crash the reader. */
const unmapWhenUnused = new FinalizationRegistry<Pointer>((address) => shmdt(address));

/** A picture of the whole screen in memory that the display writes into directly. */
export class X11SharedImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
  readonly #connection: XConnection;
  readonly #segment: Pointer;
  readonly #image: Pointer;

  /** @throws PlatformUnavailable when the display shares no memory, or has another pixel format than 32 bit BGRX */
  constructor(connection: XConnection, { width, height }: ScreenSize) {
    this.#connection = connection;
    this.width = width;
    this.height = height;
    const bytes = width * height * bytesPerPixel;
    const id = shmget(0, bytes, createSegment | ownerOnly);
    const address = id < 0 ? attachFailed : shmat(id, null, 0);
    if (address === attachFailed)
      throw new PlatformUnavailable('There is too little shared memory to read the screen.');
    this.#segment = xext.createSegmentInfo(id, address);
    const memory = viewMemory(address, bytes);
    unmapWhenUnused.register(memory, address);
    this.pixels = Buffer.from(memory);
    this.#image = createImage(connection, address, this.#segment, width, height);
    connection.sync();
    xext.XShmAttach(connection.display, this.#segment);
    const errors = connection.sync();
    // Marked for removal only now that the display has it too: a killed host leaves no segment behind.
    shmctl(id, ipcRemove, null);
    if (errors.length > 0) {
      throw new PlatformUnavailable('This screen is on another computer, or does not share memory with RemoteHelp.');
    }
  }

  /** Fills `pixels` with what the screen shows now; false when the display refused, as while it changes its size. */
  read(): boolean {
    xext.XShmGetImage(this.#connection.display, this.#connection.root, this.#image, 0, 0, allPlanes);
    return this.#connection.isOpen && this.#connection.sync().length === 0;
  }

  /** Lets the display forget this memory. The pixels stay readable for whoever holds them. */
  close(): void {
    if (!this.#connection.isOpen) return;
    xext.XShmDetach(this.#connection.display, this.#segment);
    this.#connection.sync();
    XFree(this.#image);
    xext.freeSegmentInfo(this.#segment);
  }
}

function createImage(connection: XConnection, address: Pointer, segment: Pointer, width: number, height: number) {
  const screen = XDefaultScreen(connection.display);
  const visual = XDefaultVisual(connection.display, screen);
  const depth = XDefaultDepth(connection.display, screen);
  const { zPixmap } = xext;
  const image = xext.XShmCreateImage(connection.display, visual, depth, zPixmap, address, segment, width, height);
  if (!image) throw new PlatformUnavailable('The display made no picture to read the screen into.');
  // The fields of XImage that say how a pixel lies in memory.
  const header = copyMemory(image, 80);
  const isLittleEndian = header.readInt32LE(24) === 0;
  const bytesPerLine = header.readInt32LE(44);
  const bitsPerPixel = header.readInt32LE(48);
  const redMask = header.readUInt32LE(56);
  if (!isLittleEndian || bitsPerPixel !== 32 || bytesPerLine !== width * bytesPerPixel || redMask !== 0xff0000) {
    throw new PlatformUnavailable(
      `The screen has a colour depth of ${depth} bits. RemoteHelp needs 24: change it in the display settings.`,
    );
  }
  return image;
}
