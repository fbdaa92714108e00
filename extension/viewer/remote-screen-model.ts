/** The remote screen's state: how the link stands, what the host allows, and figures; and the hands that go to it. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { Consent, ControlDevices } from '../../shared/contract/consent.ts';
import { fullPicture } from '../../shared/contract/picture-wish.ts';
import type { PictureWish } from '../../shared/contract/picture-wish.ts';
import type { DataChannelName, HandState, HostControl, InputMessage } from '../../shared/contract/screen-link.ts';
import { afterCursorMessage, noCursor, type RemoteCursor } from './cursor-picture.ts';
import { createFigureReader, type LinkFigures } from './link-figures.ts';
import { createTilePainter } from './tile-painter.ts';
import { openViewerLink, type LinkState, type ViewerLinkPorts } from './viewer-link.ts';

/** What the remote screen needs of its surroundings. */
export type RemoteScreenPorts = Pick<ViewerLinkPorts, 'origin' | 'openPass' | 'ready' | 'onlyRelay'>;

export interface HandsView {
  readonly hands: HandState;
  readonly devices: ControlDevices;
  readonly consents: readonly Consent[];
}

export interface RemoteScreenModel {
  readonly link: ReadonlySignal<LinkState>;
  /** Size of the remote screen in its pixels; `undefined` before the host has said. */
  readonly size: ReadonlySignal<{ readonly width: number; readonly height: number } | undefined>;
  readonly hands: ReadonlySignal<HandsView>;
  readonly cursor: ReadonlySignal<RemoteCursor>;
  /** Whether a picture has been painted since the link opened. */
  readonly pictured: ReadonlySignal<boolean>;
  readonly figures: ReadonlySignal<(LinkFigures & { readonly delayMs: number | undefined }) | undefined>;
  input(message: InputMessage): void;
  /** A channel of the live link, for a tool on the customer's computer. */
  channel(name: DataChannelName): RTCDataChannel | undefined;
  /** How the picture is to be sent, from now on and over every link that follows. */
  wish(picture: PictureWish): void;
  /** Lets go of whatever is held at the customer's. */
  release(): void;
  /** Uses only these of the hands that were lent. */
  useDevices(devices: ControlDevices): void;
  dispose(): void;
}

const nobody: HandsView = { hands: 'view-only', devices: 'both', consents: [] };
const FIGURES_EVERY_MS = 1000;
/** So often the host hears from a viewer whose hands it lends: it lets held keys go when a second passes without. */
const SIGN_EVERY_MS = 250;

/** Opens the link and paints onto `canvas` (tiles) and `video`, of which one is shown at a time. */
export function createRemoteScreen(
  ports: RemoteScreenPorts,
  canvas: HTMLCanvasElement,
  video: HTMLVideoElement,
): RemoteScreenModel {
  const link = signal<LinkState>('connecting');
  const size = signal<{ width: number; height: number } | undefined>(undefined);
  const hands = signal<HandsView>(nobody);
  const cursor = signal<RemoteCursor>(noCursor);
  const pictured = signal(false);
  const figures = signal<(LinkFigures & { delayMs: number | undefined }) | undefined>(undefined);
  let delayMs: number | undefined;
  let picture = fullPicture;
  let painted = 0;

  const show = (layer: 'tiles' | 'video') => video.classList.toggle('rh-remote-video-shown', layer === 'video');
  const countPicture = () => {
    painted += 1;
    pictured.value = true;
  };
  let mode: 'tiles' | 'video' = 'tiles';
  const tiles = createTilePainter({
    canvas,
    onMode(next) {
      mode = next;
      // Video is shown from its next frame on: until then the tiles are newer than what it shows.
      if (next === 'tiles') show('tiles');
    },
    onPainted: countPicture,
    onDamaged: () => viewer.control({ type: 'refresh' }),
  });

  const watchFrames = () =>
    video.requestVideoFrameCallback(() => {
      if (mode === 'video') {
        show('video');
        countPicture();
      }
      watchFrames();
    });
  watchFrames();

  const viewer = openViewerLink({
    ...ports,
    onState(state) {
      link.value = state;
      if (state === 'live') return tellWish();
      hands.value = nobody;
      pictured.value = false;
      cursor.value = noCursor;
    },
    onControl: takeControl,
    onTrack(track) {
      video.srcObject = new MediaStream([track]);
      // Playing is refused only for sound without a gesture; this video has none.
      video.play().catch((error: unknown) => console.info('The video does not play:', error));
    },
    onTiles: (data) => tiles.take(data),
    onCursor(data) {
      cursor.value = afterCursorMessage(cursor.value, data);
    },
  });

  function takeControl(message: HostControl): void {
    switch (message.type) {
      case 'hello':
      case 'screen':
        tiles.resize(message.screen.width, message.screen.height);
        size.value = message.screen;
        return;
      case 'state':
        hands.value = { hands: message.hands, devices: message.devices, consents: message.consents };
        return;
      case 'pong':
        delayMs = Math.max(0, Math.round((performance.now() - message.stamp) / 2));
        return;
      case 'bye':
        hands.value = nobody;
        return;
      default:
        message satisfies never;
    }
  }

  /* A host begins with the full picture, and again with every link. */
  function tellWish(): void {
    if (picture !== fullPicture) viewer.control({ type: 'picture', wish: picture });
  }

  const readFigures = createFigureReader();
  const signs = setInterval(() => {
    if (hands.value.hands === 'controlling') viewer.control({ type: 'ping', stamp: performance.now() });
  }, SIGN_EVERY_MS);
  const timer = setInterval(() => {
    const live = viewer.current();
    if (!live || link.value !== 'live') return;
    if (hands.value.hands !== 'controlling') viewer.control({ type: 'ping', stamp: performance.now() });
    readFigures(live, painted, performance.now()).then(
      (read) => {
        figures.value = { ...read, delayMs };
      },
      (error: unknown) => console.info('The link’s figures cannot be read:', error),
    );
  }, FIGURES_EVERY_MS);

  return {
    link,
    size,
    hands,
    cursor,
    pictured,
    figures,
    input(message) {
      // Only to spare the line: the host refuses what was not granted, whatever a viewer sends.
      if (hands.value.hands !== 'view-only') viewer.input(message);
    },
    channel: (name) => viewer.current()?.channels[name],
    wish(next) {
      if (isSamePicture(next, picture)) return;
      picture = next;
      if (link.value === 'live') viewer.control({ type: 'picture', wish: next });
    },
    release: () => viewer.control({ type: 'release' }),
    useDevices: (devices) => viewer.control({ type: 'devices', devices }),
    dispose() {
      clearInterval(signs);
      clearInterval(timer);
      viewer.close();
      video.srcObject = null;
    },
  };
}

function isSamePicture(one: PictureWish, other: PictureWish): boolean {
  return one.framesPerSecond === other.framesPerSecond && one.moving === other.moving && one.colours === other.colours;
}
