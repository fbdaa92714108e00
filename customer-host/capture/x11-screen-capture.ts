import { coreEvent, structureNotifyMask, XFree, XQueryExtension, XSelectInput } from '../native/libx11.ts';
import { reportDeltaRectangles, XDamageCreate, XDamageQueryVersion, XDamageSubtract } from '../native/libxdamage.ts';
import { XFixesCreateRegion, XFixesFetchRegion, XFixesQueryVersion } from '../native/libxfixes.ts';
import { Listeners } from '../native/listeners.ts';
import { copyMemory } from '../native/read-memory.ts';
import { XConnection } from '../native/x-connection.ts';
import { clipToScreen } from './rectangle.ts';
import type { Rectangle } from './rectangle.ts';
import type { CapturedFrame, ScreenCapture, ScreenLayout } from './screen-capture.ts';
import { readMonitors } from './x11-monitors.ts';
import { X11SharedImage } from './x11-shared-image.ts';

const rectangleBytes = 8;

/** Reads the screen by shared memory (XShm) and learns of changes from the display itself (XDamage). */
export class X11ScreenCapture implements ScreenCapture {
  readonly #connection: XConnection;
  readonly #damageListeners = new Listeners<number>();
  readonly #resizeListeners = new Listeners<ScreenLayout>();
  readonly #damageEvent: number;
  readonly #damage: number;
  readonly #parts: number;
  readonly #hasRandr: boolean;
  #layout: ScreenLayout;
  #image: X11SharedImage;
  #isFirstOfImage = true;
  #touchedPixels = 0;

  /** @throws PlatformUnavailable when the display cannot be reached or lacks what is needed */
  constructor(display: string) {
    const connection = new XConnection(display);
    this.#connection = connection;
    try {
      connection.extension('MIT-SHM');
      connection.extension('XFIXES');
      this.#damageEvent = connection.extension('DAMAGE').firstEvent;
      XFixesQueryVersion(connection.display, [5], [0]);
      XDamageQueryVersion(connection.display, [1], [1]);
      this.#hasRandr = XQueryExtension(connection.display, 'RANDR', [0], [0], [0]) !== 0;
      this.#layout = this.#readLayout();
      this.#image = new X11SharedImage(connection, this.#layout);
      XSelectInput(connection.display, connection.root, structureNotifyMask);
      this.#damage = XDamageCreate(connection.display, connection.root, reportDeltaRectangles);
      this.#parts = XFixesCreateRegion(connection.display, null, 0);
      connection.sync();
    } catch (error) {
      connection.close();
      throw error;
    }
    connection.events.add((event) => this.#handle(event));
    connection.drained.add(() => this.#tellDamage());
  }

  get layout(): ScreenLayout {
    return this.#layout;
  }

  grab(): CapturedFrame | undefined {
    if (!this.#connection.isOpen) return undefined;
    // Damage is fetched before the picture: what changes in between is in this picture and told again, never lost.
    const damaged = this.#takeDamage();
    const image = this.#image;
    const hasRead = this.#connection.isOpen && image.read();
    this.#connection.drain();
    if (!hasRead || !this.#connection.isOpen || image !== this.#image) return undefined;
    const isFirst = this.#isFirstOfImage;
    this.#isFirstOfImage = false;
    const { width, height, pixels } = image;
    return { width, height, pixels, damaged: isFirst ? [{ x: 0, y: 0, width, height }] : damaged };
  }

  onDamage(listener: (pixels: number) => void): () => void {
    return this.#damageListeners.add(listener);
  }

  onResize(listener: (layout: ScreenLayout) => void): () => void {
    return this.#resizeListeners.add(listener);
  }

  onLost(listener: (reason: string) => void): () => void {
    return this.#connection.onLost(listener);
  }

  close(): void {
    this.#damageListeners.clear();
    this.#resizeListeners.clear();
    this.#image.close();
    this.#connection.close();
  }

  #handle(event: Buffer): void {
    const type = event.readInt32LE(0);
    if (type === this.#damageEvent) this.#touchedPixels += event.readUInt16LE(68) * event.readUInt16LE(70);
    else if (type === coreEvent.configureNotify) this.#followSize();
  }

  #tellDamage(): void {
    const pixels = this.#touchedPixels;
    this.#touchedPixels = 0;
    if (pixels > 0) this.#damageListeners.emit(pixels);
  }

  #followSize(): void {
    const layout = this.#readLayout();
    if (JSON.stringify(layout) === JSON.stringify(this.#layout)) return;
    const hasNewSize = layout.width !== this.#image.width || layout.height !== this.#image.height;
    this.#layout = layout;
    if (hasNewSize) {
      this.#image.close();
      this.#image = new X11SharedImage(this.#connection, layout);
      this.#isFirstOfImage = true;
    }
    this.#touchedPixels = layout.width * layout.height;
    this.#resizeListeners.emit(layout);
  }

  #readLayout(): ScreenLayout {
    const size = this.#connection.screenSize();
    return { ...size, monitors: readMonitors(this.#connection, size, this.#hasRandr) };
  }

  #takeDamage(): Rectangle[] {
    const { display } = this.#connection;
    XDamageSubtract(display, this.#damage, 0, this.#parts);
    const count: [number] = [0];
    const list = XFixesFetchRegion(display, this.#parts, count);
    if (!list) return [];
    const bytes = copyMemory(list, count[0] * rectangleBytes);
    XFree(list);
    const rectangles: Rectangle[] = [];
    for (let at = 0; at < bytes.length; at += rectangleBytes) {
      const area = {
        x: bytes.readInt16LE(at),
        y: bytes.readInt16LE(at + 2),
        width: bytes.readUInt16LE(at + 4),
        height: bytes.readUInt16LE(at + 6),
      };
      const visible = clipToScreen(area, this.#image.width, this.#image.height);
      if (visible) rectangles.push(visible);
    }
    return rectangles;
  }
}
