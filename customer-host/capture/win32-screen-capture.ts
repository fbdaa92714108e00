import { Listeners } from '../native/listeners.ts';
import type { Pointer } from '../native/load-library.ts';
import { PlatformUnavailable } from '../native/platform-unavailable.ts';
import { injected } from '../native/user32-input.ts';
import { getDc, releaseDc, seeRealPixels } from '../native/user32-screen.ts';
import { changedAreas } from './changed-areas.ts';
import type { Rectangle } from './rectangle.ts';
import type { CapturedFrame, ScreenCapture, ScreenLayout } from './screen-capture.ts';
import { readVirtualScreen } from './win32-monitors.ts';
import type { VirtualScreen } from './win32-monitors.ts';
import { Win32Picture } from './win32-picture.ts';

/**
 * Between two looks, in milliseconds: from while everything moves to while nothing does. A look that finds something makes
 * the time shorter, one that finds nothing makes it longer; so one change, as of a clock, costs a few looks, and a film as many as
 * it needs.
 */
const shortestMs = 10;
const longestMs = 100;
const afterChange = 1 / 3;
const afterNothing = 1.3;
/** How often the size is looked at while nobody watches. */
const sizeEveryMs = 1000;

/** `front` is what was grabbed last, `next` what was read since; `spare` is being read into. */
interface Pictures {
  front: Win32Picture;
  next: Win32Picture;
  spare: Win32Picture;
}

/**
 * Reads the screen by copying it (BitBlt). Windows tells nobody what was drawn, so that changes are found by looking and
 * comparing; and nobody looks while nobody listens.
 */
export class Win32ScreenCapture implements ScreenCapture {
  readonly #damageListeners = new Listeners<number>();
  readonly #resizeListeners = new Listeners<ScreenLayout>();
  readonly #sizeTimer: ReturnType<typeof setInterval>;
  readonly #stopExpecting: () => void;
  readonly #dc: Pointer;
  #screen: VirtualScreen;
  #pictures: Pictures;
  #isFirstOfPictures = true;
  /** What differs between `next` and `front`; nothing while `next` holds no newer picture. */
  #waiting: Rectangle[] | undefined;
  #toldPixels = 0;
  #pauseMs = longestMs;
  #isLooking = false;
  #isReading = false;
  #lookSoon: () => void = () => undefined;
  #isClosed = false;

  /** @throws PlatformUnavailable when the screen cannot be read */
  constructor() {
    seeRealPixels();
    const dc = getDc(null);
    if (!dc) throw new PlatformUnavailable('Windows lets RemoteHelp read no screen. Start it from your own desktop.');
    this.#dc = dc;
    this.#screen = readVirtualScreen();
    this.#pictures = this.#newPictures();
    this.#stopExpecting = injected.add(() => this.#expectChange());
    this.#sizeTimer = setInterval(() => this.#followSize(), sizeEveryMs);
  }

  get layout(): ScreenLayout {
    const { width, height, monitors } = this.#screen;
    return { width, height, monitors };
  }

  grab(): CapturedFrame | undefined {
    if (this.#isClosed) return undefined;
    if (!this.#waiting && !this.#isLooking) this.#readNow();
    const damaged = this.#waiting ?? [];
    if (this.#waiting) {
      const { front, next, spare } = this.#pictures;
      this.#pictures = { front: next, next: front, spare };
      this.#waiting = undefined;
    } else if (this.#isFirstOfPictures) return undefined;
    this.#toldPixels = 0;
    const isFirst = this.#isFirstOfPictures;
    this.#isFirstOfPictures = false;
    const { width, height } = this.#screen;
    const { pixels } = this.#pictures.front;
    return { width, height, pixels, damaged: isFirst ? [{ x: 0, y: 0, width, height }] : damaged };
  }

  onDamage(listener: (pixels: number) => void): () => void {
    const stop = this.#damageListeners.add(listener);
    if (!this.#isLooking) void this.#look();
    return stop;
  }

  onResize(listener: (layout: ScreenLayout) => void): () => void {
    return this.#resizeListeners.add(listener);
  }

  /** Windows keeps its desktop for as long as this program runs. */
  onLost(): () => void {
    return () => undefined;
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearInterval(this.#sizeTimer);
    this.#stopExpecting();
    this.#damageListeners.clear();
    this.#resizeListeners.clear();
    // A look that is under way still uses them; it closes them when it is done.
    if (!this.#isLooking) this.#closeAll();
  }

  /** Nobody listens, so nobody looks: the picture is read for the one who asks. */
  #readNow(): void {
    if (this.#pictures.next.read()) this.#waiting = this.#compare(this.#pictures.next);
  }

  async #look(): Promise<void> {
    this.#isLooking = true;
    while (!this.#isClosed && this.#damageListeners.size > 0) {
      await this.#lookOnce();
      await this.#pause();
    }
    this.#isLooking = false;
    if (this.#isClosed) this.#closeAll();
  }

  async #lookOnce(): Promise<void> {
    const pictures = this.#pictures;
    const { spare } = pictures;
    this.#isReading = true;
    const isRead = await spare.readAside();
    this.#isReading = false;
    // Pictures of another size have taken their place.
    if (this.#pictures.spare !== spare) return spare.close();
    if (this.#isClosed) return;
    const areas = isRead ? this.#compare(spare) : [];
    const hasNews = areas.length > 0 && this.#take(areas);
    this.#pauseMs = hasNews
      ? Math.max(shortestMs, this.#pauseMs * afterChange)
      : Math.min(longestMs, this.#pauseMs * afterNothing);
  }

  /** Keeps the newer picture for whoever grabs next, and says whether more has changed than was told before. */
  #take(areas: Rectangle[]): boolean {
    const { front, next, spare } = this.#pictures;
    this.#pictures = { front, next: spare, spare: next };
    this.#waiting = areas;
    const pixels = areas.reduce((sum, { width, height }) => sum + width * height, 0);
    const news = pixels - this.#toldPixels;
    this.#toldPixels = Math.max(pixels, this.#toldPixels);
    if (news > 0) this.#damageListeners.emit(news);
    return news > 0;
  }

  #compare({ pixels }: Win32Picture): Rectangle[] {
    const { width, height } = this.#screen;
    if (this.#isFirstOfPictures) return [{ x: 0, y: 0, width, height }];
    return changedAreas(this.#pictures.front.pixels, pixels, width, height);
  }

  /** The rep did something: what comes of it must not wait as long as a still screen may. */
  #expectChange(): void {
    this.#pauseMs = shortestMs;
    this.#lookSoon();
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      let timer = setTimeout(resolve, this.#pauseMs);
      this.#lookSoon = () => {
        clearTimeout(timer);
        timer = setTimeout(resolve, shortestMs);
        this.#lookSoon = () => undefined;
      };
    });
  }

  #followSize(): void {
    const screen = readVirtualScreen();
    if (JSON.stringify(screen) === JSON.stringify(this.#screen)) return;
    const { front, next, spare } = this.#pictures;
    this.#screen = screen;
    this.#pictures = this.#newPictures();
    for (const picture of this.#isReading ? [front, next] : [front, next, spare]) picture.close();
    this.#isFirstOfPictures = true;
    this.#waiting = undefined;
    this.#toldPixels = 0;
    this.#resizeListeners.emit(this.layout);
  }

  #newPictures(): Pictures {
    const { left, top, width, height } = this.#screen;
    const picture = (): Win32Picture => new Win32Picture({ dc: this.#dc, left, top }, width, height);
    return { front: picture(), next: picture(), spare: picture() };
  }

  #closeAll(): void {
    const { front, next, spare } = this.#pictures;
    for (const picture of [front, next, spare]) picture.close();
    releaseDc(null, this.#dc);
  }
}
