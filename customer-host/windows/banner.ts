import type { BannerLayout } from './banner-layout.ts';
import { BANNER_HEIGHT, bannerWidth, layoutBanner } from './banner-layout.ts';
import type { Box, Point } from './drawing.ts';
import { contains } from './drawing.ts';
import type { Banner, BannerAction, BannerView } from './host-windows.ts';
import type { Overlay, OverlayDesk } from './overlay-desk.ts';

const TICK_MS = 1000;

/** Opens one strip at the top of every screen; `now` gives milliseconds that only grow. */
export function openBanner(
  desk: OverlayDesk,
  first: BannerView,
  onAction: (action: BannerAction) => void,
  now: () => number,
): Banner {
  let view = first;
  let since = now();
  let isClosed = false;
  let strips: Strip[] = openStrips();
  const tick = setInterval(draw, TICK_MS);
  draw();

  return {
    update(next) {
      view = next;
      since = now();
      draw();
    },
    close,
  };

  function openStrips(): Strip[] {
    return desk
      .screens()
      .map((screen) => openStrip(desk, screen, first.who, { onAction, screensChanged, lost: close }));
  }

  function screensChanged(): void {
    if (isClosed) return;
    for (const strip of strips) strip.close();
    strips = openStrips();
    draw();
  }

  function draw(): void {
    if (isClosed) return;
    const total = view.countdownSeconds;
    const left = total === undefined ? undefined : total - (now() - since) / 1000;
    for (const strip of strips) strip.draw(view, left);
  }

  function close(): void {
    if (isClosed) return;
    isClosed = true;
    clearInterval(tick);
    for (const strip of strips) strip.close();
  }
}

interface Strip {
  draw(view: BannerView, secondsLeft: number | undefined): void;
  close(): void;
}

interface StripEvents {
  onAction(action: BannerAction): void;
  screensChanged(): void;
  lost(): void;
}

function openStrip(desk: OverlayDesk, screen: Box, name: string, events: StripEvents): Strip {
  const width = bannerWidth(screen.width);
  let left = screen.x + Math.round((screen.width - width) / 2);
  let dragFrom: number | undefined;
  let pressed: BannerAction | undefined;
  let layout: BannerLayout | undefined;

  const overlay: Overlay = desk.open(
    { x: left, y: screen.y, width, height: BANNER_HEIGHT, name, takesKeyboard: false },
    {
      press(at) {
        pressed = actionAt(at);
        dragFrom = pressed === undefined ? left : undefined;
      },
      drag(movedX) {
        if (dragFrom === undefined) return;
        left = Math.min(Math.max(dragFrom + movedX, screen.x), screen.x + screen.width - width);
        overlay.moveTo({ x: left, y: screen.y });
      },
      release(at) {
        const action = pressed;
        pressed = undefined;
        dragFrom = undefined;
        if (action !== undefined && action === actionAt(at)) events.onAction(action);
      },
      screensChanged: () => events.screensChanged(),
      lost: () => events.lost(),
    },
  );
  return {
    draw(view, secondsLeft) {
      layout = layoutBanner(view, width, secondsLeft, desk.measure);
      overlay.draw(layout.steps);
    },
    close: () => overlay.close(),
  };

  function actionAt(at: Point): BannerAction | undefined {
    return layout?.buttons.find((button) => contains(button, at))?.action;
  }
}
