import type { PeerLink } from '../../shared/link/peer-link.ts';

/** What the strip below the picture tells. Rates over the last second. */
export interface LinkFigures {
  readonly route: 'direct' | 'gateway' | 'unknown';
  readonly framesPerSecond: number;
  readonly kilobitsPerSecond: number;
  readonly lostPercent: number;
  readonly codec: string;
}

interface Reading {
  readonly at: number;
  readonly bytes: number;
  readonly lost: number;
  readonly received: number;
}

/** Reads the figures of a link; call it about once a second. `painted` is the number of pictures shown so far. */
export function createFigureReader(): (link: PeerLink, painted: number, now: number) => Promise<LinkFigures> {
  let last: (Reading & { readonly painted: number }) | undefined;
  return async (link, painted, now) => {
    let bytes = 0;
    let lost = 0;
    let received = 0;
    let codecId = '';
    const codecs = new Map<string, string>();
    (await link.connection.getStats()).forEach((report: Record<string, unknown>) => {
      if (report['type'] === 'transport') bytes += numberOf(report['bytesReceived']);
      if (report['type'] === 'codec') codecs.set(String(report['id']), String(report['mimeType']));
      if (report['type'] !== 'inbound-rtp' || report['kind'] !== 'video') return;
      lost += numberOf(report['packetsLost']);
      received += numberOf(report['packetsReceived']);
      codecId = String(report['codecId']);
    });
    const before = last ?? { at: now - 1000, bytes, lost, received, painted };
    last = { at: now, bytes, lost, received, painted };
    const seconds = Math.max(0.001, (now - before.at) / 1000);
    const lostNow = Math.max(0, lost - before.lost);
    const all = lostNow + Math.max(0, received - before.received);
    return {
      route: await link.route(),
      framesPerSecond: Math.round((painted - before.painted) / seconds),
      kilobitsPerSecond: Math.round(((bytes - before.bytes) * 8) / 1000 / seconds),
      lostPercent: all === 0 ? 0 : Math.round((lostNow / all) * 1000) / 10,
      codec: codecs.get(codecId)?.replace('video/', '') ?? '',
    };
  };
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
