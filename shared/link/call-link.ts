/**
 * Sound and picture between the customer's page and the rep's window: one PeerJS call, which the page always makes, so that
 * the two never call each other at once. Both kinds of track are in it from the start; microphones and cameras come and go
 * by `replaceTrack`, which asks nothing of the other side. Signalling is only how the two find each other: when it breaks
 * it is opened anew, and what is heard goes on meanwhile; when sound and picture break, the page calls again.
 */
import type { MediaConnection, Peer } from 'peerjs';
import * as v from 'valibot';
import { CallSign, callChannel } from '../contract/call.ts';
import type { CallPeers } from '../contract/call.ts';
import { PeerId } from '../contract/identifiers.ts';
import type { SignallingPass } from '../contract/signalling.ts';
import { limitVideo, placeholders, trackKinds } from './call-tracks.ts';
import type { TrackKind } from './call-tracks.ts';
import { openPeer, routeOf } from './peer-link.ts';
import { growingDelays } from './reconnect-policy.ts';

/** `waiting`: this side is ready, the other one is not. `retrying`: they talked, and it is tried again by itself. */
export type CallLinkState = 'connecting' | 'waiting' | 'live' | 'retrying';

export interface CallLinkPorts {
  /** Which end this is: the customer's calls the rep's. */
  readonly side: 'customer' | 'rep';
  /** The server's address, such as `https://help.example`. */
  readonly origin: string;
  readonly openPass: () => Promise<SignallingPass>;
  /** Whether all that is heard and seen goes through a relay, or not at all; asked at each new link. */
  readonly onlyRelay?: () => boolean;
  readonly ready: (peer: PeerId) => Promise<CallPeers>;
  readonly onState: (state: CallLinkState) => void;
  /** A track of the other side; a later one of its kind takes its place. */
  readonly onTrack: (track: MediaStreamTrack) => void;
  readonly onSign: (sign: CallSign) => void;
  /** The same person talks elsewhere now; this link has closed. */
  readonly onMoved: () => void;
}

export interface CallLink {
  /** What the server says of who is there. */
  hear(peers: CallPeers): void;
  /** What the other side hears and sees from now on; `null` for nothing. */
  send(kind: TrackKind, track: MediaStreamTrack | null): void;
  tell(sign: CallSign): void;
  route(): Promise<'direct' | 'gateway' | 'unknown'>;
  /** Ends it and all that belongs to it; twice is harmless. */
  close(): void;
}

/** A call by PeerJS: being set up, or heard and seen by. */
interface Line {
  readonly call: MediaConnection;
  readonly connection: RTCPeerConnection;
  readonly channel: RTCDataChannel;
  /** The peer that it was made with. It is needed no more once the two are connected, but closes what it made. */
  readonly peer: Peer;
  readonly to: string;
  readonly senders: Readonly<Record<TrackKind, RTCRtpSender | undefined>>;
  readonly received: MediaStreamTrack[];
  sign: CallSign | undefined;
}

const SET_UP_WITHIN_MS = 15_000;
const CALL_AGAIN_AFTER_MS = 1000;

/** Keeps one end of a call until it is closed. */
export function keepCall(ports: CallLinkPorts): CallLink {
  const ending = new AbortController();
  const { signal } = ending;
  const ownIds = new Set<string>();
  const tracks: Record<TrackKind, MediaStreamTrack | null> = { audio: null, video: null };
  let sign: CallSign = { microphone: 'none', camera: 'off' };
  let peers: CallPeers = { customer: null, rep: null };
  let own: Peer | undefined;
  let line: Line | undefined;
  let coming: Line | undefined;
  let hasTalked = false;
  void keepSignalling();

  async function keepSignalling(): Promise<void> {
    const delays = growingDelays();
    let attempt = 0;
    while (!signal.aborted) {
      publish();
      attempt = (await signalOnce()) ? 1 : attempt + 1;
      if (!signal.aborted) await pause(delays.delayMs(attempt), signal);
    }
  }

  /** Resolves when the signalling link is over; to whether it had been of use. */
  async function signalOnce(): Promise<boolean> {
    let peer: Peer | undefined;
    try {
      const pass = await ports.openPass();
      peer = await openPeer(ports.origin, pass, { onlyRelay: ports.onlyRelay?.() ?? false });
      if (signal.aborted) return false;
      const opened = peer;
      ownIds.add(pass.peer);
      const gone = whenGone(opened, signal);
      if (ports.side === 'rep') opened.on('call', (call) => answer(opened, call));
      own = opened;
      const there = await ports.ready(pass.peer);
      if (!signal.aborted) hear(there);
      await gone;
      return true;
    } catch (error) {
      // Whatever broke (server away, pass too old, network gone) has one answer: open another one, a little later.
      console.info('The signalling of the call broke:', error instanceof Error ? error.message : error);
      return false;
    } finally {
      if (own === peer) own = undefined;
      if (coming !== undefined && coming.peer === peer) drop(coming);
      if (line === undefined || line.peer !== peer) peer?.destroy();
      if (!signal.aborted) publish();
    }
  }

  function hear(next: CallPeers): void {
    if (signal.aborted) return;
    peers = next;
    const mine = next[ports.side];
    if (mine !== null && !ownIds.has(mine)) {
      close();
      ports.onMoved();
      return;
    }
    dial();
  }

  /** The customer's side calls, unless it is calling or talking already. */
  function dial(): void {
    publish();
    const to = peers.rep;
    if (ports.side !== 'customer' || own === undefined || to === null || signal.aborted) return;
    if (coming?.to === to || line?.to === to) return;
    if (coming !== undefined) drop(coming);
    const { stream, used } = placeholders();
    take(own, own.call(to, stream), to, used);
  }

  function answer(peer: Peer, call: MediaConnection): void {
    if (signal.aborted) return call.close();
    if (coming !== undefined) drop(coming);
    const { stream, used } = placeholders();
    call.answer(stream);
    take(peer, call, call.peer, used);
  }

  function take(peer: Peer, call: MediaConnection, to: string, used: () => void): void {
    const connection = call.peerConnection;
    const { id, label } = callChannel;
    const channel = connection.createDataChannel(label, { negotiated: true, id, ordered: true });
    const senderOf = (kind: TrackKind) => connection.getSenders().find(({ track }) => track?.kind === kind);
    const senders = { audio: senderOf('audio'), video: senderOf('video') };
    const made: Line = { call, connection, channel, peer, to, senders, received: [], sign: undefined };
    coming = made;
    void Promise.all(trackKinds.map(async (kind) => senders[kind]?.replaceTrack(tracks[kind]))).then(used, used);
    connection.addEventListener('track', ({ track }) => {
      made.received.push(track);
      if (line === made) ports.onTrack(track);
    });
    connection.addEventListener('connectionstatechange', () => {
      const { connectionState } = connection;
      if (connectionState === 'connected') adopt(made);
      else if (connectionState === 'failed' || connectionState === 'closed') drop(made);
      else publish();
    });
    channel.addEventListener('open', () => channel.send(JSON.stringify(sign)));
    channel.addEventListener('message', ({ data }) => {
      made.sign = parseSign(data) ?? made.sign;
      if (line === made && made.sign !== undefined) ports.onSign(made.sign);
    });
    call.on('close', () => drop(made));
    call.on('error', () => drop(made));
    setTimeout(() => line !== made && drop(made), SET_UP_WITHIN_MS);
  }

  /** It stands: what was talked by before is let go of only now. */
  function adopt(made: Line): void {
    if (signal.aborted || (coming !== made && line !== made)) return;
    const before = line === made ? undefined : line;
    coming = coming === made ? undefined : coming;
    line = made;
    hasTalked = true;
    if (before !== undefined) letGo(before);
    void limitVideo(made.senders.video);
    for (const track of made.received) ports.onTrack(track);
    if (made.sign !== undefined) ports.onSign(made.sign);
    publish();
  }

  function drop(made: Line): void {
    if (coming !== made && line !== made) return;
    if (coming === made) coming = undefined;
    if (line === made) line = undefined;
    letGo(made);
    if (signal.aborted) return;
    publish();
    void callAgain();
  }

  async function callAgain(): Promise<void> {
    await pause(CALL_AGAIN_AFTER_MS, signal);
    if (signal.aborted || own === undefined) return;
    try {
      // The news of a new peer of the other side may have been missed.
      hear(await ports.ready(v.parse(PeerId, own.id)));
    } catch (error) {
      console.info('Who is there of the call is not known:', error instanceof Error ? error.message : error);
      dial();
    }
  }

  function letGo({ call, connection, peer }: Line): void {
    call.close();
    connection.close();
    if (peer !== own) peer.destroy();
  }

  function publish(): void {
    if (!signal.aborted) ports.onState(standing());
  }

  function standing(): CallLinkState {
    if (line?.connection.connectionState === 'connected') return 'live';
    if (hasTalked) return 'retrying';
    return own === undefined ? 'connecting' : 'waiting';
  }

  function close(): void {
    if (signal.aborted) return;
    ending.abort();
    for (const open of [line, coming]) if (open !== undefined) letGo(open);
    line = undefined;
    coming = undefined;
    own?.destroy();
  }

  return {
    hear,
    send(kind, track) {
      tracks[kind] = track;
      for (const made of [line, coming]) {
        // A call that closes meanwhile takes no track any more, and needs none.
        void made?.senders[kind]?.replaceTrack(track).catch(() => undefined);
      }
    },
    tell(next) {
      sign = next;
      for (const made of [line, coming])
        if (made?.channel.readyState === 'open') made.channel.send(JSON.stringify(next));
    },
    route: async () => (line === undefined ? 'unknown' : routeOf(line.connection)),
    close,
  };
}

function parseSign(data: unknown): CallSign | undefined {
  if (typeof data !== 'string' || data.length > 1000) return undefined;
  try {
    const parsed = v.safeParse(CallSign, JSON.parse(data));
    return parsed.success ? parsed.output : undefined;
  } catch {
    // Not JSON: a program of another make. The talk goes on.
    return undefined;
  }
}

function whenGone(peer: Peer, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    peer.once('disconnected', () => resolve());
    peer.once('close', () => resolve());
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', stop, { once: true });
  });
}
