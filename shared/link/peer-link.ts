/**
 * One PeerJS call for each host and viewer, made by the host. Every data channel is negotiated with a fixed id on the
 * call's own connection: each `peer.connect()` would be a whole new ICE, DTLS and TURN set-up.
 */
import * as peerjs from 'peerjs';
import type { MediaConnection, Peer } from 'peerjs';
import { dataChannels, type DataChannelName } from '../contract/screen-link.ts';
import type { SignallingPass } from '../contract/signalling.ts';
import { onlyVideoCodecs, withBitrates } from './session-description.ts';

export interface PeerLink {
  readonly connection: RTCPeerConnection;
  readonly channels: Readonly<Record<DataChannelName, RTCDataChannel>>;
  /** Resolves once every channel can carry messages; rejects when the link closes before. */
  readonly open: Promise<void>;
  /** Resolves when the link is over, whoever ended it. Never rejects. */
  readonly closed: Promise<void>;
  /** `direct` between the two computers, `gateway` through a relay; `unknown` before it is settled. */
  route(): Promise<'direct' | 'gateway' | 'unknown'>;
  /** Ends the link; twice is harmless. */
  close(): void;
}

/** Bundlers take PeerJS's ES module. Node takes its CommonJS file, whose names it sees under `default` only. */
const names: Pick<typeof peerjs, 'Peer'> = 'Peer' in peerjs ? peerjs : Reflect.get(peerjs, 'default');

/** Codecs of the screen, best first. VP8 is what every peer has. */
const screenCodecs = ['AV1', 'VP8'];

/** The sender starts high enough for a readable first picture, and may use a fast network. */
const screenBitrates = { minKbps: 300, startKbps: 6000, maxKbps: 20_000 };

/** How a peer is opened, where the usual does not do. */
export interface PeerOptions {
  readonly timeoutMs?: number;
  /** Whatever this peer calls or answers goes through a relay, or not at all. */
  readonly onlyRelay?: boolean;
}

/**
 * Opens a signalling peer with a pass. Rejects when the server refuses, or after `timeoutMs`.
 * The pass is for one connection; a broken peer is replaced by a new one with a new pass.
 */
export function openPeer(
  origin: string,
  pass: SignallingPass,
  { timeoutMs = 10_000, onlyRelay = false }: PeerOptions = {},
): Promise<Peer> {
  const server = new URL(origin);
  const secure = server.protocol === 'https:';
  const peer = new names.Peer(pass.peer, {
    host: server.hostname,
    port: server.port === '' ? (secure ? 443 : 80) : Number(server.port),
    path: pass.path,
    secure,
    token: pass.ticket,
    config: {
      iceServers: pass.iceServers.map((iceServer) => ({ ...iceServer })),
      iceTransportPolicy: onlyRelay ? 'relay' : 'all',
    } as RTCConfiguration,
    debug: 0,
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(new Error('The signalling server did not answer in time.')), timeoutMs);
    const fail = (error: Error) => {
      clearTimeout(timer);
      peer.destroy();
      reject(error);
    };
    peer.once('open', () => {
      clearTimeout(timer);
      peer.off('error', fail);
      resolve(peer);
    });
    peer.once('error', fail);
  });
}

/** A connection without the callbacks that its methods used to take. */
type AppliesDescriptions = { setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> };

/** The host's side: calls a viewer with the screen's stream. */
export function callViewer(peer: Peer, viewer: string, screen: MediaStream): PeerLink {
  const call = peer.call(viewer, screen, { sdpTransform: (sdp: string) => onlyVideoCodecs(sdp, screenCodecs) });
  const link = linkOf(call);
  const connection: AppliesDescriptions = link.connection;
  const apply = connection.setRemoteDescription.bind(connection);
  // The bitrates belong into the answer as this side applies it, so they cannot be set through PeerJS.
  connection.setRemoteDescription = (description: RTCSessionDescriptionInit) =>
    apply({ type: description.type, sdp: withBitrates(description.sdp ?? '', screenBitrates) });
  return link;
}

/**
 * The viewer's side: answers the host's call, which comes as soon as the customer has agreed. Rejects when the
 * signalling link breaks before, or when `signal` aborts.
 */
export function awaitHostCall(
  peer: Peer,
  onTrack: (track: MediaStreamTrack, receiver: RTCRtpReceiver) => void,
  signal: AbortSignal,
): Promise<PeerLink> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      peer.off('call', answer).off('disconnected', fail);
      signal.removeEventListener('abort', fail);
    };
    const fail = () => {
      stop();
      reject(new Error('The signalling link broke before the host called.'));
    };
    const answer = (call: MediaConnection) => {
      stop();
      call.answer();
      const link = linkOf(call);
      link.connection.addEventListener('track', (event) => onTrack(event.track, event.receiver));
      resolve(link);
    };
    peer.once('call', answer).once('disconnected', fail);
    signal.addEventListener('abort', fail, { once: true });
  });
}

function linkOf(call: MediaConnection): PeerLink {
  const connection = call.peerConnection;
  const channels = openChannels(connection);
  const closed = new Promise<void>((resolve) => {
    call.once('close', () => resolve());
    // PeerJS's errors here mean that the connection failed; it never restarts ICE, so the session dials anew.
    call.on('error', () => resolve());
    connection.addEventListener('connectionstatechange', () => {
      if (connection.connectionState === 'failed' || connection.connectionState === 'closed') resolve();
    });
  });
  const open = Promise.race([
    Promise.all(Object.values(channels).map(whenOpen)).then(() => undefined),
    closed.then(() => Promise.reject(new Error('The link closed before it was open.'))),
  ]);
  // Whoever waits for `open` gets its failure; nobody has to.
  open.catch(() => closed);
  return { connection, channels, open, closed, route: () => routeOf(connection), close: () => call.close() };
}

function openChannels(connection: RTCPeerConnection): Record<DataChannelName, RTCDataChannel> {
  const open = (name: DataChannelName) => {
    const { id, label, ordered } = dataChannels[name];
    const channel = connection.createDataChannel(label, { negotiated: true, id, ordered });
    channel.binaryType = 'arraybuffer';
    return channel;
  };
  return {
    control: open('control'),
    input: open('input'),
    tiles: open('tiles'),
    cursor: open('cursor'),
    files: open('files'),
    shell: open('shell'),
    'system-information': open('system-information'),
    actions: open('actions'),
  };
}

function whenOpen(channel: RTCDataChannel): Promise<void> {
  if (channel.readyState === 'open') return Promise.resolve();
  return new Promise((resolve) => channel.addEventListener('open', () => resolve(), { once: true }));
}

/** Which way a connection has found. */
export async function routeOf(connection: RTCPeerConnection): Promise<'direct' | 'gateway' | 'unknown'> {
  const stats = new Map<string, Record<string, unknown>>();
  (await connection.getStats()).forEach((report: Record<string, unknown>, id: string) => stats.set(id, report));
  const pair = [...stats.values()].find(
    (report) => report['type'] === 'candidate-pair' && report['state'] === 'succeeded' && report['nominated'] === true,
  );
  if (!pair) return 'unknown';
  const ends = [pair['localCandidateId'], pair['remoteCandidateId']].map((id) => stats.get(String(id)));
  return ends.some((end) => end?.['candidateType'] === 'relay') ? 'gateway' : 'direct';
}
