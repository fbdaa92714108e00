import { spreadOf } from './figures/spread.ts';
import { inMs, printHeading, printTable } from './figures/table.ts';
import { startDrawing } from './drawing/start-drawing.ts';
import { compareScreens } from './screen/compare-screens.ts';
import { askAgain, measureFirstPicture } from './screen/first-picture.ts';
import { startRemoteHelpPeer } from './screen/remotehelp-peer.ts';
import { startVncPeer } from './screen/vnc-peer.ts';
import { askForControl, claimAndOpen } from './story/claim.ts';
import { startCustomerDesktop } from './story/customer-desktop.ts';
import { startWorkDay } from './story/work-day.ts';

const size = { width: 1920, height: 1080 };

/** First picture, and the screen beside TigerVNC with noVNC. */
export async function reportScreen(isQuick: boolean): Promise<void> {
  const ends: (() => Promise<void>)[] = [];
  try {
    const day = await startWorkDay({ withHost: true });
    ends.push(() => day.stop());
    const session = await claimAndOpen(day);
    await askForControl(day, session);
    const desktop = await startCustomerDesktop(day, session, size);
    ends.push(() => desktop.stop());
    const drawing = await startDrawing(desktop.display.display);
    ends.push(async () => drawing.stop());

    const scene = { day, session, desktop, drawing, width: size.width };
    const pictures = [await measureFirstPicture(scene)];
    while (pictures.length < (isQuick ? 2 : 12)) {
      await askAgain(scene);
      pictures.push(await measureFirstPicture(scene));
    }
    const times = pictures.map(({ tookMs }) => tookMs);
    const lostPresses = pictures.reduce((sum, picture) => sum + picture.lostPresses, 0);
    const { median, p95, count } = spreadOf(times);
    printHeading('First picture: Yes on the customer’s desktop → readable in the panel');
    printTable(
      ['median', 'p95', 'first of all', 'times', 'presses not taken', 'target'],
      [[inMs(median), inMs(p95), inMs(times[0] ?? Number.NaN), String(count), String(lostPresses), 'p95 ≤ 1000 ms']],
    );

    const own = await startRemoteHelpPeer(day, desktop.hostPid);
    const vnc = await startVncPeer(desktop.display.display, day.rep.page);
    ends.push(() => vnc.stop());
    const browserPid = day.rep.browser.process()?.pid ?? 0;
    await compareScreens({ drawing, browserPid, width: size.width }, own, vnc, isQuick ? 1 : 3);
  } finally {
    for (const end of ends.toReversed()) {
      // What ends badly must not hide why the measuring itself failed.
      await Promise.resolve(end()).catch((error: unknown) => console.error('At the end:', error));
    }
  }
}
