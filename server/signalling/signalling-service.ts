/** Our own signalling endpoint: it speaks the PeerServer protocol to the stock PeerJS client, and trusts it with nothing. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type * as v from 'valibot';
import { WebSocketServer } from 'ws';
import type { RawData, WebSocket } from 'ws';
import { AppError } from '../../shared/contract/errors.ts';
import type { ReadyViewer } from '../../shared/contract/host-contract.ts';
import type { PeerId, SessionId } from '../../shared/contract/identifiers.ts';
import type { IceServer, SignallingPass } from '../../shared/contract/signalling.ts';
import type { AuditWriter } from '../audit/audit.ts';
import type { Clock } from '../config/clock.ts';
import { createTokenBucket } from '../edge/token-bucket.ts';
import { iceServersFor } from './ice-servers.ts';
import { createPasses, isSameParty } from './passes.ts';
import type { Party, Pass } from './passes.ts';
import { errorMessage, idTakenMessage, maxMessageBytes, openMessage, parseClientMessage } from './peer-message.ts';
import { createRelay } from './relay.ts';
import type { Peer } from './relay.ts';

/** Prefix of the endpoint; the client adds `/peerjs`. */
export const signallingPath = '/peer';
/** Candidates come in swarms; after that a link has little to say. */
const messageLimit = { burst: 200, perSecond: 50 };
const sweepEveryMs = 1000;
/** The client sends a heartbeat every 5 seconds. */
const silentMs = 60_000;
const policyViolation = 1008;
/** How long a closed link may take to say goodbye; it is out from the first moment on. */
const goodbyeMs = 1000;
/** What waits for somebody who does not read. */
const mostUnsentBytes = 1024 * 1024;

export interface Signalling {
  /** The relay of this moment with credentials for this name, for whoever only wants to know whether it answers. */
  iceServers(name: string): v.InferOutput<typeof IceServer>[];
  open(party: Party): SignallingPass;
  /** A viewer's peer is open and waits for a call. @throws AppError `not-found` when it is not theirs, or not open */
  markReady(party: Party, peer: PeerId): void;
  /** Viewers of a session that are open and wait for a call. */
  readyViewers(session: SessionId): ReadyViewer[];
  /** Whether this is a link of theirs, and open. */
  isOpen(party: Party, peer: PeerId): boolean;
  /** Hears of each link that has gone, whoever ended it. */
  onLeft(listener: (peer: PeerId, party: Party) => void): void;
  /** Closes one link. */
  closePeer(peer: PeerId): void;
  /** Closes links and kills passes at once. */
  close(belongs: (party: Party) => boolean): void;
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  start(): void;
  stop(): void;
}

export interface SignallingNeeds {
  readonly clock: Clock;
  readonly audit: AuditWriter;
  /** The relay of this moment. */
  readonly turn: () => { readonly url: string; readonly secret: string } | undefined;
}

export function createSignalling({ clock, audit, turn }: SignallingNeeds): Signalling {
  const passes = createPasses(clock);
  const relay = createRelay((id) => passes.expected(id));
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    maxFragments: 64,
    perMessageDeflate: false,
  });
  const ready = new Map<PeerId, Peer>();
  const lastHeard = new Map<WebSocket, number>();
  const leftListeners: ((peer: PeerId, party: Party) => void)[] = [];
  let sweeper: NodeJS.Timeout | undefined;

  function sweep() {
    for (const absent of passes.sweep()) relay.expire(absent);
    const now = clock.now();
    for (const [link, at] of lastHeard) if (now - at > silentMs) link.terminate();
  }

  function refuse(peer: Peer, why: string) {
    audit({ actor: peer.id, action: 'signalling.message', target: peer.party.session, outcome: 'refused' });
    peer.send(errorMessage(why));
    peer.close();
  }

  function attach(link: WebSocket, pass: Pass) {
    let isOut = false;
    const leave = () => {
      if (isOut) return;
      isOut = true;
      ready.delete(peer.id);
      relay.leave(peer);
      for (const listener of leftListeners) listener(peer.id, peer.party);
    };
    const peer: Peer = {
      id: pass.peer,
      party: pass.party,
      send(text) {
        if (link.bufferedAmount > mostUnsentBytes) link.terminate();
        else link.send(text);
      },
      close() {
        // Not when the other side agrees: who is sent away would go on sending until it does.
        leave();
        link.close(policyViolation);
        setTimeout(() => link.terminate(), goodbyeMs).unref();
      },
    };
    const rate = createTokenBucket(messageLimit, clock.now());
    lastHeard.set(link, clock.now());
    const isTooMuch = () => {
      if (rate.take(clock.now())) return false;
      refuse(peer, 'Too many messages.');
      return true;
    };
    link.on('message', (data, isBinary) => {
      if (isOut) return;
      lastHeard.set(link, clock.now());
      if (!isTooMuch()) receive(peer, data, isBinary);
    });
    // Answered by the library itself; the stock client sends none.
    link.on('ping', () => !isOut && isTooMuch());
    link.on('close', () => {
      lastHeard.delete(link);
      leave();
    });
    // A frame that is too large or malformed is the other side's doing. The library has said goodbye with the reason.
    link.on('error', () => {
      leave();
      setTimeout(() => link.terminate(), goodbyeMs).unref();
    });
    link.send(openMessage);
    relay.join(peer);
  }

  function receive(peer: Peer, data: RawData, isBinary: boolean) {
    const message = isBinary ? undefined : parseClientMessage(textOf(data));
    if (message === undefined) return refuse(peer, 'That is no message of this protocol.');
    if (message.type === 'HEARTBEAT') return;
    if (relay.relay(peer, message) === 'outsider') {
      // Dropped without a word: the sender learns nothing about who else is there.
      audit({
        actor: peer.id,
        action: `signalling.${message.type.toLowerCase()}`,
        target: message.dst,
        outcome: 'refused',
      });
    }
  }

  return {
    iceServers: (name) => iceServersFor(name, turn(), clock.now()),
    open(party) {
      const { pass, ticket } = passes.issue(party);
      const iceServers = iceServersFor(pass.peer, turn(), clock.now());
      return { peer: pass.peer, ticket, path: signallingPath, iceServers };
    },
    markReady(party, id) {
      const peer = relay.find(id);
      if (peer === undefined || peer.party.role !== 'viewer' || !isSameParty(peer.party, party)) {
        throw new AppError('not-found', { text: 'This viewer has no signalling link. Open another one.' });
      }
      ready.set(peer.id, peer);
    },
    readyViewers: (session) =>
      [...ready.values()].flatMap(({ id: peer, party }) =>
        party.session === session && party.role === 'viewer' ? [{ peer, account: party.account }] : [],
      ),
    isOpen(party, id) {
      const peer = relay.find(id);
      return peer !== undefined && isSameParty(peer.party, party);
    },
    onLeft(listener) {
      leftListeners.push(listener);
    },
    closePeer: (id) => relay.find(id)?.close(),
    close(belongs) {
      passes.revoke(belongs);
      relay.close(belongs);
    },
    handleUpgrade(request, socket, head) {
      const asked = askedFor(request.url ?? '');
      const admission = asked === undefined ? { outcome: 'refused' as const } : passes.admit(asked.peer, asked.ticket);
      if (admission.outcome === 'refused') {
        // Never the URL: it holds what somebody took for a ticket.
        audit({ actor: 'signalling', action: 'signalling.open', outcome: 'refused' });
        socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, (link) => {
        if (admission.outcome === 'admitted') return attach(link, admission.pass);
        link.send(idTakenMessage);
        link.close(policyViolation);
      });
    },
    start() {
      sweeper ??= setInterval(sweep, sweepEveryMs).unref();
    },
    stop() {
      clearInterval(sweeper);
      sweeper = undefined;
      relay.close(() => true);
      for (const link of server.clients) link.terminate();
    },
  };
}

/** Id and ticket as the stock client puts them into the URL; each exactly once, and nothing but the endpoint's path. */
function askedFor(url: string): { peer: string; ticket: string } | undefined {
  if (url.length > 1024 || !URL.canParse(url, 'http://server')) return undefined;
  const { pathname, searchParams } = new URL(url, 'http://server');
  const [peer, ...otherPeers] = searchParams.getAll('id');
  const [ticket, ...otherTickets] = searchParams.getAll('token');
  if (pathname !== `${signallingPath}/peerjs` || peer === undefined || ticket === undefined) return undefined;
  return otherPeers.length > 0 || otherTickets.length > 0 ? undefined : { peer, ticket };
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.from(data).toString('utf8');
}
