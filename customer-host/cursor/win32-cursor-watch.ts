import { virtualArea } from '../capture/win32-monitors.ts';
import { deleteObject, readBitmap } from '../native/gdi32.ts';
import { Listeners } from '../native/listeners.ts';
import type { Pointer } from '../native/load-library.ts';
import { arrowPicture, cursorNow, getDc, iconParts, releaseDc } from '../native/user32-screen.ts';
import type { CursorImage, CursorPosition, CursorWatch } from './cursor-watch.ts';
import { iconPixels } from './icon-pixels.ts';

/** Windows tells nobody that the pointer moved or changed, so that it is looked at: about once in a frame. */
const lookEveryMs = 16;
const noCursor: CursorImage = { serial: 0, width: 0, height: 0, hotX: 0, hotY: 0, rgba: new Uint8Array(0) };

/** Watches the pointer by asking for it while somebody listens. */
export class Win32CursorWatch implements CursorWatch {
  readonly #imageListeners = new Listeners<CursorImage>();
  readonly #moveListeners = new Listeners<CursorPosition>();
  readonly #timer: ReturnType<typeof setInterval>;
  #picture: Pointer | null = null;
  #image = noCursor;
  #position: CursorPosition = { x: 0, y: 0 };
  #serial = 0;

  constructor() {
    this.#look();
    this.#timer = setInterval(() => {
      if (this.#imageListeners.size + this.#moveListeners.size > 0) this.#look();
    }, lookEveryMs);
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

  /** Windows keeps its desktop for as long as this program runs. */
  onLost(): () => void {
    return () => undefined;
  }

  close(): void {
    clearInterval(this.#timer);
    this.#imageListeners.clear();
    this.#moveListeners.clear();
  }

  #look(): void {
    const now = cursorNow();
    if (!now) return;
    if (now.picture !== this.#picture) {
      this.#picture = now.picture;
      this.#image = this.#readImage(now.picture);
      this.#imageListeners.emit(this.#image);
    }
    const { left, top } = virtualArea();
    const position = { x: now.x - left, y: now.y - top };
    if (position.x === this.#position.x && position.y === this.#position.y) return;
    this.#position = position;
    this.#moveListeners.emit(position);
  }

  #readImage(picture: Pointer | null): CursorImage {
    if (!picture) return noCursor;
    // Where a program has its picture for itself, an arrow still shows where the pointer is.
    const standard = arrowPicture();
    const parts = iconParts(picture) ?? (standard && iconParts(standard));
    const dc = getDc(null);
    if (!parts || !dc) return noCursor;
    const mask = readBitmap(dc, parts.mask);
    const colour = parts.colour ? readBitmap(dc, parts.colour) : undefined;
    deleteObject(parts.mask);
    if (parts.colour) deleteObject(parts.colour);
    releaseDc(null, dc);
    if (!mask) return noCursor;
    this.#serial += 1;
    return { serial: this.#serial, hotX: parts.hotX, hotY: parts.hotY, ...iconPixels(mask, colour) };
  }
}
