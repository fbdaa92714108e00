/** The customer's own hand on the desktop that a host runs on, and the host's windows as they stand there. */
import { openInputInjector } from '../../../customer-host/input/open-input-injector.ts';
import type { InputInjector } from '../../../customer-host/input/input-injector.ts';
import { layoutBanner } from '../../../customer-host/windows/banner-layout.ts';
import type { BannerAction, BannerState } from '../../../customer-host/windows/host-windows.ts';
import { openX11Desk } from '../../../customer-host/windows/x11/x11-desk.ts';
import { bannerView } from '../../../customer-host/texts/banner-en.ts';
import { until } from '../customer-host-x11/x-display.ts';
import type { XDisplay } from '../customer-host-x11/x-display.ts';
import { windowTree } from '../customer-host-x11/window-tree.ts';

interface Window {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const helper = { name: 'Ana Petrescu', firstName: 'Ana', organisation: 'Fern Street Library' };

export interface CustomerAtDesk {
  /** What the hand does reaches the desktop as a real mouse and keyboard. */
  readonly hand: InputInjector;
  windows(): Promise<readonly Window[]>;
  /** Waits for a dialog of the host by its title. */
  dialog(title: RegExp): Promise<Window>;
  /** Clicks at a place with the own mouse. */
  click(place: { readonly x: number; readonly y: number }): Promise<void>;
  /** Answers a consent dialog by a click, after it has stood for as long as Yes needs. */
  answer(title: RegExp, answer: 'yes' | 'no'): Promise<void>;
  /** Closes the word of the end, which would go by itself after half a minute. */
  closeEndNotice(): Promise<void>;
  /** Clicks a button of the banner as it looks in a state. */
  pressBanner(state: BannerState, action: BannerAction): Promise<void>;
  close(): void;
}

/** Longer than Yes is dead after its dialog has appeared. */
const ARMED_AFTER_MS = 600;

export async function seatCustomer(screen: XDisplay): Promise<CustomerAtDesk> {
  const hand = await openInputInjector(screen.outerDisplay);
  const windows = async () => readWindows(await windowTree(screen));
  const dialog = async (title: RegExp) => {
    let found: Window | undefined;
    await until(`the dialog ${String(title)}`, async () => {
      found = (await windows()).find(({ name }) => title.test(name));
      return found !== undefined;
    });
    if (!found) throw new Error('unreachable: until has found it');
    return found;
  };
  const click = async ({ x, y }: { x: number; y: number }) => {
    hand.pointerMove(x, y);
    await pause(30);
    hand.pointerButton('left', true);
    await pause(30);
    hand.pointerButton('left', false);
  };
  return {
    hand,
    windows,
    dialog,
    click,
    async answer(title, answer) {
      const place = await dialog(title);
      // On a busy computer the dialog is drawn later than its window is there: a click too early is no answer.
      await until(`the answer to ${String(title)}`, async () => {
        await pause(ARMED_AFTER_MS);
        await click(buttonPlace(place, answer));
        await pause(200);
        return !(await windows()).some(({ name }) => title.test(name));
      });
    },
    async closeEndNotice() {
      const place = await dialog(/The session has ended/);
      await click({ x: place.x + place.width / 2, y: place.y + place.height - 26 });
    },
    async pressBanner(state, action) {
      await click(await bannerPlace(screen, state, action));
    },
    close: () => hand.close(),
  };
}

/** Where the button of a consent dialog is: No on the left half of the lowest 50 pixels, Yes on the right half. */
export function buttonPlace(dialog: Window, answer: 'yes' | 'no'): { x: number; y: number } {
  const part = answer === 'yes' ? 0.75 : 0.25;
  return { x: dialog.x + Math.round(dialog.width * part), y: dialog.y + dialog.height - 26 };
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

async function bannerPlace(screen: XDisplay, state: BannerState, action: BannerAction) {
  let banner: Window | undefined;
  await until('the banner', async () => {
    const tree = readWindows(await windowTree(screen));
    banner = tree.find(({ name, y }) => name.includes('Ana Petrescu') && y === 0);
    return banner !== undefined;
  });
  if (!banner) throw new Error('unreachable: until has found it');
  const desk = openX11Desk(screen.display);
  const { buttons } = layoutBanner(bannerView(helper, state, 100), banner.width, 100, desk.measure);
  desk.close();
  const button = buttons.find((one) => one.action === action);
  if (!button) throw new Error(`The banner has no button ${action} while ${state}.`);
  return { x: banner.x + button.x + Math.round(button.width / 2), y: banner.y + 20 };
}

/** Lines of xwininfo such as `     0x400003 "Let Ana see your screen?": ()  472x330+404+235  +404+235`. */
function readWindows(tree: string): Window[] {
  return [...tree.matchAll(/^ +0x[0-9a-f]+ "(.*)": \(.*\) +(\d+)x(\d+)\S+ +\+(-?\d+)\+(-?\d+)$/gm)].map(
    ([, name = '', width, height, x, y]) => ({
      name: name.replaceAll(/[\u2066-\u2069]/g, ''),
      width: Number(width),
      height: Number(height),
      x: Number(x),
      y: Number(y),
    }),
  );
}
