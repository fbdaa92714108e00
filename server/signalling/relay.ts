/** Passes messages between the host and the viewers of one session, between its page and its rep's end of a call, and between nobody else. */
import type { PeerId } from '../../shared/contract/identifiers.ts';
import { expireMessage, relayed } from './peer-message.ts';
import type { RelayedMessage } from './peer-message.ts';
import type { Party } from './passes.ts';

/** What waits for a peer that has a pass and has not come yet. */
export const mostQueuedMessages = 64;
export const mostQueuedBytes = 64 * 1024;

/** A link that is open. */
export interface Peer {
  readonly id: PeerId;
  readonly party: Party;
  send(text: string): void;
  close(): void;
}

/** Why a message was not passed on: to somebody outside, or because the queue for an absent peer was full. */
export type RelayOutcome = 'sent' | 'queued' | 'outsider' | 'full';

export interface Relay {
  /** Takes a link in, and hands it what waited for it. */
  join(peer: Peer): void;
  leave(peer: Peer): void;
  find(id: string): Peer | undefined;
  relay(from: Peer, message: RelayedMessage): RelayOutcome;
  /** The peer will not come any more: whoever called it is told. */
  expire(id: PeerId): void;
  /** Closes the links of those, and forgets what waits for them. */
  close(belongs: (party: Party) => boolean): void;
}

interface Queue {
  readonly messages: { readonly from: PeerId; readonly text: string; readonly isOffer: boolean }[];
  readonly party: Party;
  bytes: number;
}

/** `expected` knows the party of an id that has a pass and has not come yet. */
export function createRelay(expected: (id: string) => Party | undefined): Relay {
  const peers = new Map<string, Peer>();
  const queues = new Map<string, Queue>();

  function enqueue(from: Peer, message: RelayedMessage, text: string, party: Party): RelayOutcome {
    const queue = queues.get(message.dst) ?? { messages: [], party, bytes: 0 };
    const bytes = Buffer.byteLength(text);
    if (queue.messages.length >= mostQueuedMessages || queue.bytes + bytes > mostQueuedBytes) return 'full';
    queue.messages.push({ from: from.id, text, isOffer: message.type === 'OFFER' });
    queue.bytes += bytes;
    queues.set(message.dst, queue);
    return 'queued';
  }

  return {
    join(peer) {
      peers.set(peer.id, peer);
      for (const { text } of queues.get(peer.id)?.messages ?? []) peer.send(text);
      queues.delete(peer.id);
    },
    leave(peer) {
      if (peers.get(peer.id) === peer) peers.delete(peer.id);
    },
    find: (id) => peers.get(id),
    relay(from, message) {
      const there = peers.get(message.dst);
      const party = there?.party ?? expected(message.dst);
      if (party === undefined || !arePair(from.party, party)) return 'outsider';
      const text = relayed(message, from.id);
      if (there === undefined) return enqueue(from, message, text, party);
      there.send(text);
      return 'sent';
    },
    expire(id) {
      for (const { from } of queues.get(id)?.messages.filter(({ isOffer }) => isOffer) ?? []) {
        peers.get(from)?.send(expireMessage(id, from));
      }
      queues.delete(id);
    },
    close(belongs) {
      for (const [id, { party }] of queues) if (belongs(party)) queues.delete(id);
      for (const peer of [...peers.values()]) if (belongs(peer.party)) peer.close();
    },
  };
}

const partnerOf = {
  host: 'viewer',
  viewer: 'host',
  page: 'viewer-call',
  'viewer-call': 'page',
} as const satisfies Record<Party['role'], Party['role']>;

function arePair(one: Party, other: Party): boolean {
  return one.session === other.session && partnerOf[one.role] === other.role;
}
