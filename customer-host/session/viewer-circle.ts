/** The viewers of the session: who waits, who is linked, and what all of them are told. */
import type { ControlDevices } from '../../shared/contract/consent.ts';
import type { ReadyViewer } from '../../shared/contract/host-contract.ts';
import type { AccountId, PeerId } from '../../shared/contract/identifiers.ts';
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
  /** The hands lent at this moment, of those that a rep's viewer wants; `undefined` where they are another rep's. */
  readonly devicesFor: (rep: AccountId, wanted: ControlDevices) => ControlDevices | undefined;
  readonly inject: (input: InputMessage) => void;
  /** What one viewer is to know of consents and hands. */
  readonly stateFor: (rep: AccountId, wanted: ControlDevices) => HostControl;
  readonly onShown: (route: 'direct' | 'gateway' | 'unknown') => void;
  readonly onHidden: () => void;
}

export interface ViewerCircle {
  /** A viewer waits for a call; it is called when the screen may be seen. */
  add(viewer: ReadyViewer): void;
  /** Seeing has just been allowed: calls whoever waits. */
  callWaiting(): void;
  /** Tells every viewer the state anew. */
  tellState(): void;
  /** Ends every link with a word. Viewers come back by themselves and wait. */
  dismissAll(text: string): void;
  /** These reps are in the session no more: their links end with a word, those that are being made too. */
  dismiss(isOut: (rep: AccountId) => boolean, text: string): void;
  /** When the viewer whose hands were last used gave any sign, in milliseconds of `now`. */
  readonly lastSignAt: number;
}

const ATTEMPTS = 3;

export function createViewerCircle(ports: ViewerCirclePorts): ViewerCircle {
  const waiting = new Map<PeerId, ReadyViewer>();
  /** Being called or linked: a server that was away announces them once more. */
  const busy = new Map<PeerId, ReadyViewer>();
  const linked = new Map<ServedViewer, AccountId>();
  /** Being called while its rep went out. */
  const unwanted = new Set<PeerId>();
  let signOfHand = { at: 0 };
  /** Reports of shown and hidden go out in the order in which they came about. */
  let telling: Promise<void> = Promise.resolve();

  async function call(ready: ReadyViewer): Promise<void> {
    const { peer } = ready;
    waiting.delete(peer);
    busy.set(peer, ready);
    const link = await reach(ready);
    if (link) await link.closed;
    busy.delete(peer);
    // It was not called because seeing ended meanwhile: it still waits.
    if (!unwanted.delete(peer) && !link && !ports.mayView()) waiting.set(peer, ready);
  }

  async function reach({ peer, account }: ReadyViewer): Promise<PeerLink | undefined> {
    const isWanted = () => ports.mayView() && !unwanted.has(peer);
    for (let attempt = 1; attempt <= ATTEMPTS && isWanted(); attempt += 1) {
      const { width, height } = ports.desktop.size;
      const video = createVideoTrack(width, height);
      try {
        const link = await ports.calls.call(peer, video.stream);
        if (isWanted()) serve(link, video, account);
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

  function serve(link: PeerLink, video: VideoTrack, rep: AccountId): void {
    const sign = { at: ports.now() };
    // The screen may have another size than when the call began.
    video.resize(ports.desktop.size.width, ports.desktop.size.height);
    const viewer = serveViewer({
      link,
      video,
      desktop: ports.desktop,
      now: ports.now,
      mayView: ports.mayView,
      devicesFor: (wanted) => ports.devicesFor(rep, wanted),
      inject(input) {
        signOfHand = sign;
        ports.inject(input);
      },
      // Who has no hands here has nothing to let go, and must not let go what another one holds.
      onRelease: () => ports.devicesFor(rep, 'both') !== undefined && ports.desktop.releaseAll(),
      onSign: () => {
        sign.at = ports.now();
      },
      onDevices: () => {
        if (ports.devicesFor(rep, 'both') !== undefined) ports.desktop.releaseAll();
        viewer.tell(ports.stateFor(rep, viewer.wanted));
      },
    });
    linked.set(viewer, rep);
    viewer.tell(ports.stateFor(rep, viewer.wanted));
    if (linked.size === 1) {
      const route = Promise.race([link.route(), link.closed.then(() => 'unknown' as const)]);
      telling = telling.then(async () => ports.onShown(await route.catch(() => 'unknown' as const)));
    }
    void link.closed.then(() => {
      linked.delete(viewer);
      // Whatever this viewer held down must not stay down; what another one holds is none of its business.
      if (signOfHand === sign) ports.desktop.releaseAll();
      if (linked.size === 0) telling = telling.then(ports.onHidden);
    });
  }

  return {
    add(ready) {
      if (busy.has(ready.peer)) return;
      waiting.set(ready.peer, ready);
      if (ports.mayView()) void call(ready);
    },
    callWaiting() {
      for (const ready of [...waiting.values()]) void call(ready);
    },
    tellState() {
      for (const [viewer, rep] of linked) viewer.tell(ports.stateFor(rep, viewer.wanted));
    },
    dismissAll(text) {
      for (const viewer of linked.keys()) viewer.close(text);
    },
    dismiss(isOut, text) {
      for (const { peer, account } of [...waiting.values()]) if (isOut(account)) waiting.delete(peer);
      const served = [...linked].filter(([, rep]) => isOut(rep));
      for (const { peer, account } of busy.values()) if (isOut(account)) unwanted.add(peer);
      for (const [viewer] of served) viewer.close(text);
    },
    get lastSignAt() {
      return signOfHand.at;
    },
  };
}
