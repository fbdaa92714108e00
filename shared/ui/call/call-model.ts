/** One end of a call that runs, as its bar and its pictures show it: the link, the own devices, and who speaks. */
import { computed, effect, signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { CallPeers, CallSign } from '../../contract/call.ts';
import { createOwnDevices } from './own-devices.ts';
import type { DeviceKind, DeviceWish, OwnDevice, OwnDevices } from './own-devices.ts';
import { createSoundLevel, openSoundContext } from './sound-level.ts';

/** How the two are connected; as `shared/link` tells it. */
export type CallLinkState = 'connecting' | 'waiting' | 'live' | 'retrying';
export type CallRoute = 'direct' | 'gateway' | 'unknown';

/** What a call hears of its link. */
export interface CallLinkListener {
  readonly onState: (state: CallLinkState) => void;
  readonly onTrack: (track: MediaStreamTrack) => void;
  readonly onSign: (sign: CallSign) => void;
  readonly onMoved: () => void;
}

/** The link, as `shared/link` offers it. */
export interface CallLinkPort {
  hear(peers: CallPeers): void;
  send(kind: 'audio' | 'video', track: MediaStreamTrack | null): void;
  tell(sign: CallSign): void;
  route(): Promise<CallRoute>;
  close(): void;
}

export interface CallModelPorts {
  readonly openLink: (listener: CallLinkListener) => CallLinkPort;
  readonly camera: boolean;
  readonly muted: boolean;
  /** The same person talks elsewhere now; this end has closed. */
  readonly onMoved: () => void;
}

export interface CallModel {
  readonly link: ReadonlySignal<CallLinkState>;
  readonly route: ReadonlySignal<CallRoute>;
  readonly microphone: ReadonlySignal<OwnDevice>;
  readonly camera: ReadonlySignal<OwnDevice>;
  readonly choices: OwnDevices['choices'];
  readonly isMuted: ReadonlySignal<boolean>;
  /** From 0 to 1. */
  readonly ownLevel: ReadonlySignal<number>;
  readonly otherLevel: ReadonlySignal<number>;
  /** What the other side says of itself; `undefined` before it has. */
  readonly other: ReadonlySignal<CallSign | undefined>;
  readonly otherSound: ReadonlySignal<MediaStream | undefined>;
  readonly otherPicture: ReadonlySignal<MediaStream | undefined>;
  readonly ownPicture: ReadonlySignal<MediaStream | undefined>;
  /** The browser keeps the sound back until somebody presses something. */
  readonly needsPress: ReadonlySignal<boolean>;
  setMuted(muted: boolean): void;
  setCamera(on: boolean): void;
  /** The same device again after a no, or the one that was chosen. */
  open(kind: DeviceKind, wish?: DeviceWish): void;
  hear(peers: CallPeers): void;
  /** To be called for what plays the sound: whether it was let. */
  played(isPlaying: boolean): void;
  /** Lets go of microphone, camera and link; twice is harmless. */
  close(): void;
}

const ROUTE_EVERY_MS = 2000;

/** Joins at once: the browser asks for the microphone, and for the camera where it is wanted. */
export function joinCall(ports: CallModelPorts): CallModel {
  const link = signal<CallLinkState>('connecting');
  const route = signal<CallRoute>('unknown');
  const isMuted = signal(ports.muted);
  const other = signal<CallSign | undefined>(undefined);
  const otherSound = signal<MediaStream | undefined>(undefined);
  const otherPicture = signal<MediaStream | undefined>(undefined);
  const ownPicture = signal<MediaStream | undefined>(undefined);
  const needsPress = signal(false);
  const context = openSoundContext();
  const ownLevel = createSoundLevel(context);
  const otherLevel = createSoundLevel(context);
  let voice: MediaStreamTrack | null = null;

  const port = ports.openLink({
    onState: (state) => (link.value = state),
    onTrack(track) {
      if (track.kind === 'video') return void (otherPicture.value = new MediaStream([track]));
      otherSound.value = new MediaStream([track]);
      otherLevel.follow(track);
    },
    onSign: (sign) => (other.value = sign),
    onMoved() {
      close();
      ports.onMoved();
    },
  });
  const devices = createOwnDevices((kind, track) => {
    if (kind === 'microphone') {
      voice = track;
      if (voice !== null) voice.enabled = !isMuted.value;
      ownLevel.follow(track);
    } else ownPicture.value = track === null ? undefined : new MediaStream([track]);
    port.send(kind === 'microphone' ? 'audio' : 'video', track);
  });
  const sign = computed<CallSign>(() => ({
    microphone: devices.microphone.value.at !== 'on' ? 'none' : isMuted.value ? 'muted' : 'on',
    camera: devices.camera.value.at === 'on' ? 'on' : 'off',
  }));
  const stopTelling = effect(() => port.tell(sign.value));
  const routeTimer = setInterval(() => {
    if (link.value !== 'live') return;
    port.route().then(
      (found) => (route.value = found),
      (error: unknown) => console.info('The way of the call cannot be read:', error),
    );
  }, ROUTE_EVERY_MS);
  // Browsers let sound be measured after a press only; until one comes the bars stay empty.
  const resume = () => void context?.resume().catch(() => undefined);
  document.addEventListener('click', resume);
  addEventListener('pagehide', close);

  void devices.open('microphone');
  if (ports.camera) void devices.open('camera');

  function close() {
    clearInterval(routeTimer);
    stopTelling();
    document.removeEventListener('click', resume);
    removeEventListener('pagehide', close);
    port.close();
    devices.close();
    ownLevel.close();
    otherLevel.close();
    otherSound.value = undefined;
    otherPicture.value = undefined;
    ownPicture.value = undefined;
    if (context !== undefined && context.state !== 'closed') void context.close();
  }

  return {
    link,
    route,
    microphone: devices.microphone,
    camera: devices.camera,
    choices: devices.choices,
    isMuted,
    ownLevel: ownLevel.level,
    otherLevel: otherLevel.level,
    other,
    otherSound,
    otherPicture,
    ownPicture,
    needsPress,
    setMuted(muted) {
      isMuted.value = muted;
      if (voice !== null) voice.enabled = !muted;
    },
    setCamera(on) {
      if (on) void devices.open('camera');
      else devices.shut('camera');
    },
    open: (kind, wish) => void devices.open(kind, wish),
    hear: (peers) => port.hear(peers),
    played(isPlaying) {
      needsPress.value = !isPlaying;
      if (isPlaying) resume();
    },
    close,
  };
}
