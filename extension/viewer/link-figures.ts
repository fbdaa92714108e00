import type { PeerLink } from '../../shared/link/peer-link.ts';

/** What is asked of a link. */
export interface MeasuredLink {
  readonly connection: { getStats(): Promise<{ forEach(take: (report: Record<string, unknown>) => void): void }> };
  readonly route: PeerLink['route'];
}

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
export function createFigureReader(): (link: MeasuredLink, painted: number, now: number) => Promise<LinkFigures> {
  let last: (Reading & { readonly painted: number }) | undefined;
  return async (link, painted, now) => {
    let ofTransports = 0;
    let ofPairs = 0;
    let lost = 0;
    let received = 0;
    let codecId = '';
    const codecs = new Map<string, string>();
    (await link.connection.getStats()).forEach((report) => {
      if (report['type'] === 'transport') ofTransports += numberOf(report['bytesReceived']);
      if (report['type'] === 'candidate-pair') ofPairs += numberOf(report['bytesReceived']);
      if (report['type'] === 'codec') codecs.set(String(report['id']), String(report['mimeType']));
      if (report['type'] !== 'inbound-rtp' || report['kind'] !== 'video') return;
      lost += numberOf(report['packetsLost']);
      received += numberOf(report['packetsReceived']);
      codecId = String(report['codecId']);
    });
    // Firefox counts no bytes for a transport, only for the pairs of addresses that it used.
    const bytes = ofTransports > 0 ? ofTransports : ofPairs;
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
