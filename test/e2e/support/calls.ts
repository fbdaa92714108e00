/** What really goes through a call, from both ends: sound and pictures as the browsers count them, and what is left after it. */
import type { Page } from 'puppeteer-core';
import type { TestBrowser } from './browser.ts';

/** A camera and a microphone that beeps. */
export const fakeDevices = ['--use-fake-device-for-media-stream'];
/** Nobody has to press Allow, whatever was set. */
export const allowsAll = '--use-fake-ui-for-media-stream';

/** The same in Firefox. */
export const fakeDevicesOfFirefox = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
};

/** What the person has said to the browser's question, for every page of this address. */
export async function allowDevice(
  { browser }: TestBrowser,
  origin: string,
  name: 'microphone' | 'camera',
  setting: 'granted' | 'denied',
): Promise<void> {
  const session = await browser.target().createCDPSession();
  // The browser remembers it for as long as this session is there.
  await session.send('Browser.setPermission', { permission: { name }, setting, origin });
}

/** What a page receives, summed over its open connections. */
export interface Received {
  readonly soundEnergy: number;
  readonly soundSeconds: number;
  readonly soundCodec: string;
  readonly frames: number;
  readonly frameHeight: number;
}

/** The pair of addresses that carries a page's call, and how many bytes have come and gone by it. */
export interface Carried {
  readonly own: string;
  readonly other: string;
  readonly bytes: number;
}

/** What carries the page's open connection; `undefined` while it is not connected. `own` and `other` are kinds of ICE candidates. */
export async function carried(page: Page): Promise<Carried | undefined> {
  return page.evaluate(async () => {
    for (const connection of globalThis.watchedCalls.connections) {
      if (connection.connectionState !== 'connected') continue;
      const reports = new Map<unknown, Record<string, unknown>>();
      (await connection.getStats()).forEach((report: Record<string, unknown>) => reports.set(report['id'], report));
      const transport = [...reports.values()].find(({ type }) => type === 'transport');
      const pair = reports.get(transport?.['selectedCandidatePairId']);
      if (pair === undefined) continue;
      return {
        own: String(reports.get(pair['localCandidateId'])?.['candidateType']),
        other: String(reports.get(pair['remoteCandidateId'])?.['candidateType']),
        bytes: Number(pair['bytesReceived']) + Number(pair['bytesSent']),
      };
    }
    return undefined;
  });
}

/** What a page still holds of calls. */
export interface Held {
  readonly connections: number;
  readonly tracks: number;
}

interface Watched {
  connections: RTCPeerConnection[];
  tracks: MediaStreamTrack[];
}
declare global {
  var watchedCalls: Watched;
}

/** From now on the page's connections and device tracks are known. To be called before it joins a call, and again after a reload. */
export async function watchCalls(page: Page): Promise<void> {
  await page.evaluate(watchHere);
}

/** The same for whatever the page loads from now on. */
export async function watchCallsFromLoad(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(watchHere);
}

function watchHere(): void {
  globalThis.watchedCalls = { connections: [], tracks: [] };
  const Own = RTCPeerConnection;
  globalThis.RTCPeerConnection = new Proxy(Own, {
    construct(target, words: [RTCConfiguration]) {
      const made = new target(...words);
      globalThis.watchedCalls.connections.push(made);
      return made;
    },
  });
  if (!('mediaDevices' in navigator)) return;
  const own = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wish) => {
    const stream = await own(wish);
    globalThis.watchedCalls.tracks.push(...stream.getTracks());
    return stream;
  };
}

export async function received(page: Page): Promise<Received> {
  return page.evaluate(async () => {
    const sum = { soundEnergy: 0, soundSeconds: 0, soundCodec: '', frames: 0, frameHeight: 0 };
    for (const connection of globalThis.watchedCalls.connections) {
      if (connection.connectionState === 'closed') continue;
      const codecs = new Map<string, string>();
      const reports: Record<string, unknown>[] = [];
      (await connection.getStats()).forEach((report: Record<string, unknown>) => reports.push(report));
      for (const report of reports) {
        if (report['type'] === 'codec') codecs.set(String(report['id']), String(report['mimeType']));
      }
      for (const report of reports) {
        if (report['type'] !== 'inbound-rtp') continue;
        if (report['kind'] === 'audio') {
          sum.soundEnergy += Number(report['totalAudioEnergy'] ?? 0);
          sum.soundSeconds += Number(report['totalSamplesDuration'] ?? 0);
          sum.soundCodec = codecs.get(String(report['codecId'])) ?? sum.soundCodec;
        } else {
          sum.frames += Number(report['framesDecoded'] ?? 0);
          sum.frameHeight = Math.max(sum.frameHeight, Number(report['frameHeight'] ?? 0));
        }
      }
    }
    return sum;
  });
}

export async function held(page: Page): Promise<Held> {
  return page.evaluate(() => ({
    connections: globalThis.watchedCalls.connections.filter(({ connectionState }) => connectionState !== 'closed')
      .length,
    tracks: globalThis.watchedCalls.tracks.filter(({ readyState }) => readyState === 'live').length,
  }));
}

/** Whether what the other one says is played, and not kept back by the browser. */
export async function isPlaying(page: Page): Promise<boolean> {
  return page.$eval('audio', (player) => !player.paused);
}

/** How much of the other one's picture is not black, from 0 to 1, as it stands on the page. */
export async function brightShare(page: Page): Promise<number> {
  return page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement>('.rh-call-picture-theirs');
    if (video === null || video.videoWidth === 0) return 0;
    const canvas = document.createElement('canvas');
    canvas.width = 32;
    canvas.height = 24;
    const paper = canvas.getContext('2d');
    if (paper === null) return 0;
    paper.drawImage(video, 0, 0, 32, 24);
    const { data } = paper.getImageData(0, 0, 32, 24);
    let bright = 0;
    for (let at = 0; at < data.length; at += 4) {
      if ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0) > 60) bright += 1;
    }
    return bright / (32 * 24);
  });
}
