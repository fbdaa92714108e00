/** Measures the way out of the rep's network: server, gateway, and whether a direct way is thinkable. */
import type { Client, ResultOf } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ViewContract } from '../../port/view-contract.ts';

type IceServers = ResultOf<ViewContract, 'link.probe'>['iceServers'];

/** What was found. Times in ms; `null` where nothing answered. */
export interface ConnectionFindings {
  /** The middle one of several round trips to the server. */
  readonly serverMs: number | null;
  /** `none`: the server has no gateway. */
  readonly gateway: { readonly is: 'answers'; readonly afterMs: number } | { readonly is: 'silent' | 'none' };
  /** `outside`: how this computer looks from outside is known too. */
  readonly direct: 'outside' | 'local' | 'blocked';
}

const trips = 5;
/** Whoever has not given a candidate by then does not answer. */
const gatherWithinMs = 6000;

/** `now` counts milliseconds and never goes back. */
export async function testConnection(client: Client<ViewContract>, now: () => number): Promise<ConnectionFindings> {
  const times: number[] = [];
  let iceServers: IceServers = [];
  try {
    for (let trip = 0; trip < trips; trip += 1) {
      const since = now();
      ({ iceServers } = await client.call('link.probe', {}));
      times.push(now() - since);
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // What came before it broke is no answer to rely on.
    times.length = 0;
  }
  const found = await gatherCandidates(iceServers, now);
  return { serverMs: times.length === 0 ? null : middleOf(times), ...judged(found, iceServers.length > 0) };
}

/** When each kind of address was found first, in ms since the beginning. */
export type FoundAddresses = Readonly<Partial<Record<RTCIceCandidateType, number>>>;

/** What the addresses mean. Pure. */
export function judged(found: FoundAddresses, hasGateway: boolean): Pick<ConnectionFindings, 'gateway' | 'direct'> {
  const { host, srflx, relay } = found;
  return {
    gateway: !hasGateway ? { is: 'none' } : relay === undefined ? { is: 'silent' } : { is: 'answers', afterMs: relay },
    direct: srflx !== undefined ? 'outside' : host !== undefined ? 'local' : 'blocked',
  };
}

/** The middle one, whole; of two middle ones the smaller. Pure. */
export function middleOf(times: readonly number[]): number {
  return Math.round(times.toSorted((one, other) => one - other)[(times.length - 1) >> 1] ?? 0);
}

/** Asks for the addresses under which this computer can be reached, as a link does, and lets go of them. */
async function gatherCandidates(iceServers: IceServers, now: () => number): Promise<FoundAddresses> {
  const found: Partial<Record<RTCIceCandidateType, number>> = {};
  const since = now();
  const connection = new RTCPeerConnection({ iceServers: iceServers as RTCIceServer[] });
  try {
    connection.createDataChannel('probe');
    const over = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, gatherWithinMs);
      connection.addEventListener('icecandidate', ({ candidate }) => {
        const { type } = candidate ?? {};
        if (type !== undefined && type !== null) found[type] ??= Math.round(now() - since);
        if (candidate !== null) return;
        clearTimeout(timer);
        resolve();
      });
    });
    await connection.setLocalDescription(await connection.createOffer());
    await over;
  } finally {
    connection.close();
  }
  return found;
}
