/** Looks at the remote screen as it is shown to the rep, and puts the rep's hands on it. */
import type { Page } from 'puppeteer-core';

/** Whether a picture is painted now. */
export async function pictureIn(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector('.rh-remote-live') !== null);
}

/** Size of the remote screen in its own pixels. */
export async function remoteSize(page: Page): Promise<{ width: number; height: number }> {
  return page.$eval('.rh-remote-picture', (canvas) => {
    const { width, height } = canvas as HTMLCanvasElement;
    return { width, height };
  });
}

/** Red, green and blue of one pixel of the remote screen, from the layer that is shown. */
export async function colourAt(page: Page, x: number, y: number): Promise<readonly number[]> {
  return page.evaluate(
    (left, top) => {
      const video = document.querySelector<HTMLVideoElement>('.rh-remote-video-shown');
      const canvas = document.querySelector<HTMLCanvasElement>('.rh-remote-picture');
      const probe = document.createElement('canvas').getContext('2d');
      const shown = video ?? canvas;
      if (!probe || !shown) return [];
      probe.drawImage(shown, left, top, 1, 1, 0, 0, 1, 1);
      return [...probe.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    },
    x,
    y,
  );
}

/** Clicks at a place given in pixels of the remote screen. */
export async function clickPicture(page: Page, x: number, y: number): Promise<void> {
  const box = await page.$eval('.rh-remote-keys', (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { left, top, width, height };
  });
  const size = await remoteSize(page);
  await page.mouse.click(box.left + (x / size.width) * box.width, box.top + (y / size.height) * box.height);
}

/** Whether a colour is the wanted one, give or take what a codec makes of it. */
export function near(seen: readonly number[], wanted: readonly number[]): boolean {
  return wanted.every((value, index) => Math.abs(value - (seen[index] ?? -999)) <= 12);
}
