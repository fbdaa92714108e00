import { coreEvent, XFree, XQueryPointer } from '../native/libx11.ts';
import {
  displayCursorNotifyMask,
  XFixesGetCursorImage,
  XFixesQueryVersion,
  XFixesSelectCursorInput,
} from '../native/libxfixes.ts';
import { allMasterDevices, inputEvent, selectInputEvents, XIQueryVersion } from '../native/libxi.ts';
import { Listeners } from '../native/listeners.ts';
import { copyMemory, pointerAt } from '../native/read-memory.ts';
import { XConnection } from '../native/x-connection.ts';
import type { CursorImage, CursorPosition, CursorWatch } from './cursor-watch.ts';
import { straightAlpha } from './straight-alpha.ts';

/** Programs may put the pointer somewhere without any event; nobody sees 100 ms there. */
const unannouncedMoveMs = 100;
const noCursor: CursorImage = { serial: 0, width: 0, height: 0, hotX: 0, hotY: 0, rgba: new Uint8Array(0) };

/** Watches the pointer by XFixes (its picture) and XInput2 (that it moved). */
export class X11CursorWatch implements CursorWatch {
  readonly #connection: XConnection;
  readonly #imageListeners = new Listeners<CursorImage>();
  readonly #moveListeners = new Listeners<CursorPosition>();
  readonly #cursorEvent: number;
  readonly #timer: ReturnType<typeof setInterval>;
  #image: CursorImage;
  #position: CursorPosition;
  #hasNewImage = false;
  #hasMoved = false;

  /** @throws PlatformUnavailable when the display cannot be reached or lacks what is needed */
  constructor(display: string) {
    const connection = new XConnection(display);
    this.#connection = connection;
    try {
      this.#cursorEvent = connection.extension('XFIXES').firstEvent + 1;
      connection.extension('XInputExtension');
      XFixesQueryVersion(connection.display, [5], [0]);
      XIQueryVersion(connection.display, [2], [2]);
      XFixesSelectCursorInput(connection.display, connection.root, displayCursorNotifyMask);
      selectInputEvents(connection.display, connection.root, allMasterDevices, [inputEvent.rawMotion]);
      connection.sync();
      this.#image = this.#readImage();
      this.#position = this.#readPosition();
    } catch (error) {
      connection.close();
      throw error;
    }
    connection.events.add((event) => this.#note(event));
    connection.drained.add(() => this.#tell());
    this.#timer = setInterval(() => this.#lookForUnannouncedMove(), unannouncedMoveMs);
  }

  get image(): CursorImage {
    return this.#image;
  }

  get position(): CursorPosition {
    return this.#position;
  }

  onImage(listener: (image: CursorImage) => void): () => void {
    return this.#imageListeners.add(listener);
  }

  onMove(listener: (position: CursorPosition) => void): () => void {
    return this.#moveListeners.add(listener);
  }

  onLost(listener: (reason: string) => void): () => void {
    return this.#connection.onLost(listener);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#imageListeners.clear();
    this.#moveListeners.clear();
    this.#connection.close();
  }

  #note(event: Buffer): void {
    const type = event.readInt32LE(0);
    if (type === this.#cursorEvent) this.#hasNewImage = true;
    else if (type === coreEvent.generic) this.#hasMoved = true;
  }

  /** Once for all events that came together: only the newest picture and place matter. */
  #tell(): void {
    if (this.#hasNewImage) {
      this.#hasNewImage = false;
      const image = this.#readImage();
      const isAnother = image.serial !== this.#image.serial || image.width !== this.#image.width;
      this.#image = image;
      if (isAnother) this.#imageListeners.emit(image);
    }
    if (this.#hasMoved) this.#tellMove();
  }

  #lookForUnannouncedMove(): void {
    if (this.#moveListeners.size > 0 && this.#connection.isOpen) this.#tellMove();
  }

  #tellMove(): void {
    this.#hasMoved = false;
    if (!this.#connection.isOpen) return;
    const position = this.#readPosition();
    if (position.x === this.#position.x && position.y === this.#position.y) return;
    this.#position = position;
    this.#moveListeners.emit(position);
  }

  #readPosition(): CursorPosition {
    const x: [number] = [0];
    const y: [number] = [0];
    XQueryPointer(this.#connection.display, this.#connection.root, [0], [0], x, y, [0], [0], [0]);
    return { x: x[0], y: y[0] };
  }

  #readImage(): CursorImage {
    if (!this.#connection.isOpen) return noCursor;
    const image = XFixesGetCursorImage(this.#connection.display);
    if (!image) return noCursor;
    // XFixesCursorImage: x, y, width, height, xhot, yhot as 16 bits each, serial, then a pointer to the pixels.
    const header = copyMemory(image, 32);
    const width = header.readUInt16LE(4);
    const height = header.readUInt16LE(6);
    const pixels = pointerAt(header, 24);
    const rgba = pixels ? straightAlpha(copyMemory(pixels, width * height * 8)) : new Uint8Array(0);
    const serial = header.readUInt32LE(16);
    XFree(image);
    return { serial, width, height, hotX: header.readUInt16LE(8), hotY: header.readUInt16LE(10), rgba };
  }
}
