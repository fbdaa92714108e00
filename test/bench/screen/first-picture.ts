import { press, seeText } from '../../e2e/support/browser.ts';
import { until } from '../../integration/customer-host-x11/x-display.ts';
import type { SessionId } from '../../../shared/contract/identifiers.ts';
import type { Drawing } from '../drawing/start-drawing.ts';
import type { CustomerDesktop } from '../story/customer-desktop.ts';
import type { WorkDay } from '../story/work-day.ts';
import { readBarcodeWatch, startBarcodeWatch, stopBarcodeWatch } from './barcode-watch.ts';
import { remoteHelpPictures } from './remotehelp-peer.ts';

export interface FirstPictureScene {
  readonly day: WorkDay;
  readonly session: SessionId;
  readonly desktop: CustomerDesktop;
  readonly drawing: Drawing;
  readonly width: number;
}

export interface FirstPicture {
  readonly tookMs: number;
  /** Presses on Yes that the host's dialog did not take; they are not in the time. */
  readonly lostPresses: number;
}

/**
 * The time from the press on Yes on the customer's desktop to the first picture that can be read in the panel. The
 * rep has asked, and the panel is at the screen; afterwards seeing is allowed.
 */
export async function measureFirstPicture(scene: FirstPictureScene): Promise<FirstPicture> {
  const { day, desktop, drawing, width } = scene;
  await press(day.panel, 'Screen');
  await startBarcodeWatch(day.panel, remoteHelpPictures, width);
  await drawing.order({ draw: 'patch', perSecond: 20 });
  const { pressedAt, lostPresses } = await desktop.allow();
  let firstAt: number | undefined;
  await until(
    'the first picture',
    async () => {
      firstAt = (await readBarcodeWatch(day.panel)).firstAt;
      return firstAt !== undefined;
    },
    20_000,
  );
  await stopBarcodeWatch(day.panel);
  await drawing.order({ draw: 'still' });
  return { tookMs: (firstAt ?? Number.NaN) - pressedAt, lostPresses };
}

/** The customer takes back what was allowed, and the rep asks again: the host's dialog is on its way. */
export async function askAgain({ day, session }: FirstPictureScene): Promise<void> {
  const { customer, panel } = day;
  const asksBefore = countAsks(day);
  await customer.call('consent.withdraw', { session, scope: 'view' });
  await seeText(panel, /Remote control/);
  await press(panel, 'Remote control');
  await press(panel, 'Ask Marta');
  await until('the question', () => countAsks(day) > asksBefore);
}

function countAsks({ customer }: WorkDay): number {
  return customer.events.filter((event) => event.type === 'log.appended' && event.entry.kind === 'asked').length;
}
