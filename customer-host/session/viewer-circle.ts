/** The viewers of the session: who waits, who is linked, and what all of them are told. */
import type { ControlDevices } from '../../shared/contract/consent.ts';
import type { PeerId } from '../../shared/contract/identifiers.ts';
import type { HostControl, InputMessage } from '../../shared/contract/screen-link.ts';
import type { Desktop } from '../desktop/desktop.ts';
import { serveViewer, type ServedViewer } from '../link/serve-viewer.ts';
import type { ViewerCalls } from '../link/viewer-calls.ts';
import { createVideoTrack } from '../screen/video-track.ts';

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
  /** When a viewer last gave any sign, in milliseconds of `now`. */
  readonly lastSignAt: number;
}

const ATTEMPTS = 3;

export function createViewerCircle(ports: ViewerCirclePorts): ViewerCircle {
  const waiting = new Set<PeerId>();
  const linked = new Set<ServedViewer>();
  let lastSignAt = 0;

  async function call(peer: PeerId): Promise<void> {
    waiting.delete(peer);
    const { width, height } = ports.desktop.size;
    for (let attempt = 1; attempt <= ATTEMPTS && ports.mayView(); attempt += 1) {
      const video = createVideoTrack(width, height);
      try {
        const link = await ports.calls.call(peer, video.stream);
        if (!ports.mayView()) return link.close();
        return serve(link, video);
      } catch (error) {
        video.stop();
        // A viewer that does not answer has gone, or dials anew and is announced again.
        console.error(
          `A viewer could not be reached (attempt ${attempt}):`,
          error instanceof Error ? error.message : '',
        );
      }
    }
  }

  function serve(link: Awaited<ReturnType<ViewerCalls['call']>>, video: ReturnType<typeof createVideoTrack>): void {
    const viewer = serveViewer({
      link,
      video,
      desktop: ports.desktop,
      now: ports.now,
      devicesFor: ports.devicesFor,
      inject: ports.inject,
      onRelease: () => ports.desktop.releaseAll(),
      onSign: () => {
        lastSignAt = ports.now();
      },
      onDevices: () => {
        ports.desktop.releaseAll();
        viewer.tell(ports.stateFor(viewer.wanted));
      },
    });
    linked.add(viewer);
    viewer.tell(ports.stateFor(viewer.wanted));
    if (linked.size === 1) void link.route().then(ports.onShown);
    void link.closed.then(() => {
      linked.delete(viewer);
      // Whatever this viewer held down must not stay down.
      ports.desktop.releaseAll();
      if (linked.size === 0) ports.onHidden();
    });
  }

  return {
    add(peer) {
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
      return lastSignAt;
    },
  };
}
