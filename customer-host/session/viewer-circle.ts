/** The viewers of the session: who waits, who is linked, and what all of them are told. */
import type { ControlDevices, ToolScope } from '../../shared/contract/consent.ts';
import type { ReadyViewer } from '../../shared/contract/host-contract.ts';
import type { AccountId, PeerId } from '../../shared/contract/identifiers.ts';
import type { HostControl, InputMessage } from '../../shared/contract/screen-link.ts';
import type { ToolUse } from '../../shared/contract/tool-use.ts';
import type { PeerLink } from '../../shared/link/peer-link.ts';
import type { Desktop } from '../desktop/desktop.ts';
import { serveViewer, type ServedViewer } from '../link/serve-viewer.ts';
import type { ViewerCalls } from '../link/viewer-calls.ts';
import { createVideoTrack, type VideoTrack } from '../screen/video-track.ts';
import type { Tools } from '../tools/tool.ts';

export interface ViewerCirclePorts {
  readonly calls: ViewerCalls;
  readonly desktop: Desktop;
  readonly now: () => number;
  readonly mayView: () => boolean;
  /** Whether there is anything at all to be linked for: the screen, or a tool. */
  readonly mayLink: () => boolean;
  readonly tools: Tools;
  readonly mayUse: (rep: AccountId, tool: ToolScope) => boolean;
  readonly report: (use: ToolUse) => Promise<boolean>;
  /** The hands lent at this moment, of those that a rep's viewer wants; `undefined` where they are another rep's. */
  readonly devicesFor: (rep: AccountId, wanted: ControlDevices) => ControlDevices | undefined;
  readonly inject: (input: InputMessage) => void;
  /** What one viewer is to know of consents and hands. */
  readonly stateFor: (rep: AccountId, wanted: ControlDevices) => HostControl;
  readonly onShown: (route: 'direct' | 'gateway' | 'unknown') => void;
  readonly onHidden: () => void;
}

export interface ViewerCircle {
  /** A viewer waits for a call; it is called as soon as anything is allowed. */
  add(viewer: ReadyViewer): void;
  /** Something has just been allowed: calls whoever waits. */
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
  const linked = new Map<ServedViewer, { readonly rep: AccountId; readonly link: PeerLink }>();
  let isShown = false;
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
    if (!unwanted.delete(peer) && !link && !ports.mayLink()) waiting.set(peer, ready);
  }

  async function reach({ peer, account }: ReadyViewer): Promise<PeerLink | undefined> {
    const isWanted = () => ports.mayLink() && !unwanted.has(peer);
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
      tools: ports.tools,
      mayUse: (tool) => ports.mayUse(rep, tool),
      report: ports.report,
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
    linked.set(viewer, { rep, link });
    viewer.tell(ports.stateFor(rep, viewer.wanted));
    tellShown();
    void link.closed.then(() => {
      linked.delete(viewer);
      // Whatever this viewer held down must not stay down; what another one holds is none of its business.
      if (signOfHand === sign) ports.desktop.releaseAll();
      tellShown();
    });
  }

  /** Says when the screen begins to be shown to anybody, and when it is to nobody any more. */
  function tellShown(): void {
    const [first] = linked.values();
    if (isShown === (first !== undefined && ports.mayView())) return;
    isShown = !isShown;
    if (!isShown || first === undefined) {
      telling = telling.then(ports.onHidden);
      return;
    }
    const route = Promise.race([first.link.route(), first.link.closed.then(() => 'unknown' as const)]);
    telling = telling.then(async () => ports.onShown(await route.catch(() => 'unknown' as const)));
  }

  return {
    add(ready) {
      if (busy.has(ready.peer)) return;
      waiting.set(ready.peer, ready);
      if (ports.mayLink()) void call(ready);
    },
    callWaiting() {
      for (const ready of [...waiting.values()]) void call(ready);
    },
    tellState() {
      for (const [viewer, { rep }] of linked) {
        viewer.look();
        viewer.tell(ports.stateFor(rep, viewer.wanted));
      }
      tellShown();
    },
    dismissAll(text) {
      for (const viewer of linked.keys()) viewer.close(text);
    },
    dismiss(isOut, text) {
      for (const { peer, account } of [...waiting.values()]) if (isOut(account)) waiting.delete(peer);
      const served = [...linked].filter(([, { rep }]) => isOut(rep));
      for (const { peer, account } of busy.values()) if (isOut(account)) unwanted.add(peer);
      for (const [viewer] of served) viewer.close(text);
    },
    get lastSignAt() {
      return signOfHand.at;
    },
  };
}
