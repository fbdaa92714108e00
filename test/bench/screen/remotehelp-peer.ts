/** RemoteHelp's own viewer in a window of its own. */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { seeText, press } from '../../e2e/support/browser.ts';
import type { WorkDay } from '../story/work-day.ts';
import type { ScreenPeer } from './screen-peer.ts';

/** The video while it is shown, else the tiles. */
export const remoteHelpPictures = ['video.rh-remote-video-shown', 'canvas.rh-remote-picture'];

const Figures = v.object({ bytes: v.number(), codec: v.string(), frames: v.number(), decoder: v.string() });

/** Remembers the page's connections, so that their statistics can be read. Nothing else changes. */
const remember = `(() => {
  const Original = RTCPeerConnection;
  globalThis.benchConnections = [];
  globalThis.RTCPeerConnection = new Proxy(Original, {
    construct(target, args, newTarget) {
      const made = Reflect.construct(target, args, newTarget);
      benchConnections.push(made);
      return made;
    },
  });
})()`;

const readFigures = `(async () => {
  const figures = { bytes: 0, codec: '', frames: 0, decoder: '' };
  const live = benchConnections.findLast((connection) => connection.connectionState === 'connected');
  if (!live) return figures;
  const reports = [...(await live.getStats()).values()];
  for (const report of reports) {
    if (report.type === 'transport') figures.bytes += report.bytesReceived ?? 0;
    if (report.type !== 'inbound-rtp' || report.kind !== 'video') continue;
    figures.frames = report.framesDecoded ?? 0;
    figures.decoder = report.decoderImplementation ?? '';
    figures.codec = reports.find((other) => other.id === report.codecId)?.mimeType ?? '';
  }
  return figures;
})()`;

/** The session must be open in the panel, and seeing be allowed. */
export async function startRemoteHelpPeer({ rep, panel }: WorkDay, hostPid: number): Promise<ScreenPeer> {
  await press(panel, 'Screen');
  await press(panel, 'Window');
  const page = await rep.extensionPage('viewer.html');
  const address = page.url();
  await page.evaluateOnNewDocument(remember);
  // While the window is away the panel would show the screen itself.
  await press(panel, 'Chat');
  await page.goto('about:blank');
  return {
    name: 'RemoteHelp',
    pictures: remoteHelpPictures,
    hostPids: [hostPid],
    async connect() {
      await page.goto(address);
      await page.bringToFront();
      await page.waitForSelector('.rh-remote-live', { timeout: 20_000 });
      await seeText(page, /fps/);
      return page;
    },
    async disconnect() {
      await page.goto('about:blank');
    },
    async receivedBytes() {
      return (await figuresOf(page)).bytes;
    },
    async describe() {
      const { codec, frames, decoder } = await figuresOf(page);
      return frames === 0 ? 'tiles' : `tiles and ${codec.replace('video/', '')} (${frames} frames so far, ${decoder})`;
    },
  };
}

async function figuresOf(page: Page): Promise<v.InferOutput<typeof Figures>> {
  return v.parse(Figures, await page.evaluate(readFigures));
}
