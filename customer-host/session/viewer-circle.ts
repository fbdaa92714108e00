/** The viewers of the session: who waits, who is linked, and what all of them are told. */
import type { ControlDevices } from '../../shared/contract/consent.ts';
import type { PeerId } from '../../shared/contract/identifiers.ts';
import type { HostControl, InputMessage } from '../../shared/contract/screen-link.ts';
import type { PeerLink } from '../../shared/link/peer-link.ts';
import type { Desktop } from '../desktop/desktop.ts';
import { serveViewer, type ServedViewer } from '../link/serve-viewer.ts';
import type { ViewerCalls } from '../link/viewer-calls.ts';
import { createVideoTrack, type VideoTrack } from '../screen/video-track.ts';

export interface ViewerCirclePorts {
  readonly calls: ViewerCalls;
  readonly desktop: Desktop;
  readonly now: () => number;
  readonly mayView: () => boolean;
  readonly devicesFor: (wanted: ControlDevices) => ControlDevices | undefined;
  readonly inject: (input: InputMessage) => void;
  /** What one viewer is to know of consents and hands. */
  readonly stateFor: (wanted: ControlDevices) => HostControl;
  readonly onShown: (route: 'direct' | 'gateway' | 'unknown') => void;
  readonly onHidden: () => void;
}

export interface ViewerCircle {
  /** A viewer waits for a call; it is called when the screen may be seen. */
  add(peer: PeerId): void;
  /** Seeing has just been allowed: calls whoever waits. */
  callWaiting(): void;
  /** Tells every viewer the state anew. */
  tellState(): void;
  /** Ends every link with a word. Viewers come back by themselves and wait. */
  dismissAll(text: string): void;
  /** When the viewer whose hands were last used gave any sign, in milliseconds of `now`. */
  readonly lastSignAt: number;
}

const ATTEMPTS = 3;

export function createViewerCircle(ports: ViewerCirclePorts): ViewerCircle {
  const waiting = new Set<PeerId>();
  /** Being called or linked: a server that was away announces them once more. */
  const busy = new Set<PeerId>();
  const linked = new Set<ServedViewer>();
  let signOfHand = { at: 0 };
  /** Reports of shown and hidden go out in the order in which they came about. */
  let telling: Promise<void> = Promise.resolve();

  async function call(peer: PeerId): Promise<void> {
    waiting.delete(peer);
    busy.add(peer);
    const link = await reach(peer);
    if (link) await link.closed;
    busy.delete(peer);
    // It was not called because seeing ended meanwhile: it still waits.
    if (!link && !ports.mayView()) waiting.add(peer);
  }

  async function reach(peer: PeerId): Promise<PeerLink | undefined> {
    for (let attempt = 1; attempt <= ATTEMPTS && ports.mayView(); attempt += 1) {
      const { width, height } = ports.desktop.size;
      const video = createVideoTrack(width, height);
      try {
        const link = await ports.calls.call(peer, video.stream);
        if (ports.mayView()) serve(link, video);
        else {
          video.stop();
          link.close();
        }
        return link;
      } catch (error) {
        video.stop();
        // A viewer that does not answer has gone, or dials anew and is announced again.
        console.error(
          `A viewer could not be reached (attempt ${attempt}):`,
          error instanceof Error ? error.message : '',
        );
      }
    }
    return undefined;
  }

  function serve(link: PeerLink, video: VideoTrack): void {
    const sign = { at: ports.now() };
    // The screen may have another size than when the call began.
    video.resize(ports.desktop.size.width, ports.desktop.size.height);
    const viewer = serveViewer({
      link,
      video,
      desktop: ports.desktop,
      now: ports.now,
      mayView: ports.mayView,
      devicesFor: ports.devicesFor,
      inject(input) {
        signOfHand = sign;
        ports.inject(input);
      },
      onRelease: () => ports.desktop.releaseAll(),
      onSign: () => {
        sign.at = ports.now();
      },
      onDevices: () => {
        ports.desktop.releaseAll();
        viewer.tell(ports.stateFor(viewer.wanted));
      },
    });
    linked.add(viewer);
    viewer.tell(ports.stateFor(viewer.wanted));
    if (linked.size === 1) {
      const route = Promise.race([link.route(), link.closed.then(() => 'unknown' as const)]);
      telling = telling.then(async () => ports.onShown(await route.catch(() => 'unknown' as const)));
    }
    void link.closed.then(() => {
      linked.delete(viewer);
      // Whatever this viewer held down must not stay down.
      ports.desktop.releaseAll();
      if (linked.size === 0) telling = telling.then(ports.onHidden);
    });
  }

  return {
    add(peer) {
      if (busy.has(peer)) return;
      waiting.add(peer);
      if (ports.mayView()) void call(peer);
    },
    callWaiting() {
      for (const peer of [...waiting]) void call(peer);
    },
    tellState() {
      for (const viewer of linked) viewer.tell(ports.stateFor(viewer.wanted));
    },
    dismissAll(text) {
      for (const viewer of linked) viewer.close(text);
    },
    get lastSignAt() {
      return signOfHand.at;
    },
  };
}
