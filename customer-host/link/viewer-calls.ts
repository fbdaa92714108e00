/** Calls the viewers of the session, over one signalling peer that is replaced when it breaks. */
import { trustOnly } from './webrtc-globals.ts';
import type { PeerId } from '../../shared/contract/identifiers.ts';
import type { SignallingPass } from '../../shared/contract/signalling.ts';
import { callViewer, openPeer, type PeerLink } from '../../shared/link/peer-link.ts';

export interface ViewerCallsPorts {
  readonly origin: string;
  /** PEM certificates that alone may vouch for the server; the well-known authorities unless given. */
  readonly authority?: string | undefined;
  readonly openPass: () => Promise<SignallingPass>;
}

export interface ViewerCalls {
  /** Calls one viewer with the screen. Rejects when signalling cannot be had, or the viewer does not answer. */
  call(viewer: PeerId, screen: MediaStream): Promise<PeerLink>;
  /** Ends every call, those under way too. Viewers that still may come back by themselves. */
  hangUp(): void;
  close(): void;
}

const ANSWER_WITHIN_MS = 15_000;

export function createViewerCalls({ origin, authority, openPass }: ViewerCallsPorts): ViewerCalls {
  trustOnly(authority);
  type SignallingPeer = Awaited<ReturnType<typeof openPeer>>;
  // A broken peer may still carry living calls, so it stays until all is closed.
  const peers: SignallingPeer[] = [];
  const links = new Set<PeerLink>();
  let opening: Promise<SignallingPeer> | undefined;

  async function peerForCalls(): Promise<SignallingPeer> {
    const usable = peers.find((peer) => peer.open && !peer.disconnected && !peer.destroyed);
    if (usable) return usable;
    opening ??= openPass()
      .then((pass) => openPeer(origin, pass))
      .finally(() => {
        opening = undefined;
      });
    const peer = await opening;
    if (!peers.includes(peer)) {
      peers.push(peer);
      // One lost call must not end the process: each link tells of its own end.
      peer.on('error', () => peer.disconnected);
    }
    return peer;
  }

  return {
    async call(viewer, screen) {
      const link = callViewer(await peerForCalls(), viewer, screen);
      links.add(link);
      void link.closed.then(() => links.delete(link));
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error('The viewer did not answer.')), ANSWER_WITHIN_MS);
      });
      try {
        await Promise.race([link.open, late]);
        return link;
      } catch (error) {
        link.close();
        throw error;
      } finally {
        clearTimeout(timer);
      }
    },
    hangUp() {
      for (const link of links) link.close();
    },
    close() {
      for (const peer of peers) peer.destroy();
      peers.length = 0;
    },
  };
}
