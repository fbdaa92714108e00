/** The own microphone and camera while somebody talks: opened, chosen, lost, and let go of. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

export type DeviceKind = 'microphone' | 'camera';

/**
 * Why a device gives nothing. `blocked`: the browser or the person said no. `missing`: there is none. `busy`: another program has
 * it. `insecure`: browsers give none to pages that came without encryption. `lost`: it was unplugged, and there is no other.
 * `gone`: the one that was chosen is not there any more; others may be.
 */
export type DeviceTrouble = 'blocked' | 'missing' | 'busy' | 'insecure' | 'lost' | 'gone';

/** One device that could be chosen. */
export type Device = { readonly id: string; readonly label: string };

export interface OwnDevice {
  readonly at: 'off' | 'asking' | 'on';
  /** The id and name of the device that is on. */
  readonly device: Device | undefined;
  readonly trouble: DeviceTrouble | undefined;
  /** The device was lost, and this one took its place. */
  readonly replaced: boolean;
}

export interface OwnDevices {
  readonly microphone: ReadonlySignal<OwnDevice>;
  readonly camera: ReadonlySignal<OwnDevice>;
  readonly choices: ReadonlySignal<Readonly<Record<DeviceKind, readonly Device[]>>>;
  /** Opens a device: the one that is meant, or whichever the browser gives. On a phone a camera may be named by where it looks. */
  open(kind: DeviceKind, wish?: DeviceWish): Promise<void>;
  /** Lets go of a device; the browser's sign goes off. */
  shut(kind: DeviceKind): void;
  /** Lets go of all; nothing is opened any more. */
  close(): void;
}

export type DeviceWish = { readonly id?: string; readonly facing?: 'user' | 'environment' };

type Media = Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices' | 'addEventListener' | 'removeEventListener'>;

const nothing: OwnDevice = { at: 'off', device: undefined, trouble: undefined, replaced: false };

/** `media` is the browser's; `undefined` where it gives none. */
export function createOwnDevices(
  onTrack: (kind: DeviceKind, track: MediaStreamTrack | null) => void,
  media: Media | undefined = browserMedia(),
): OwnDevices {
  const states = { microphone: signal(nothing), camera: signal(nothing) };
  const choices = signal<Record<DeviceKind, readonly Device[]>>({ microphone: [], camera: [] });
  const tracks: Partial<Record<DeviceKind, MediaStreamTrack>> = {};
  const turns: Record<DeviceKind, number> = { microphone: 0, camera: 0 };
  let isClosed = false;

  const look = () => void readChoices(media).then((read) => (choices.value = read));
  media?.addEventListener('devicechange', look);
  look();

  async function open(kind: DeviceKind, wish: DeviceWish = {}, isReplacing = false): Promise<void> {
    const state = states[kind];
    const turn = (turns[kind] += 1);
    state.value = { ...state.value, at: 'asking', trouble: undefined, replaced: false };
    // A phone has one camera at a time: it must be let go of before the other one opens.
    if (kind === 'camera') release(kind);
    const opened = await openTrack(media, kind, wish);
    if (isClosed || turns[kind] !== turn) {
      if (typeof opened !== 'string') opened.stop();
      return;
    }
    release(kind);
    if (typeof opened === 'string') {
      // What ended because the permission was taken back, or another program took it, was not unplugged.
      state.value = { ...nothing, trouble: isReplacing && opened === 'missing' ? 'lost' : opened };
    } else {
      tracks[kind] = opened;
      opened.addEventListener('ended', () => replace(kind, opened));
      const id = opened.getSettings().deviceId ?? '';
      state.value = { at: 'on', device: { id, label: opened.label }, trouble: undefined, replaced: isReplacing };
    }
    onTrack(kind, tracks[kind] ?? null);
    look();
  }

  /** Unplugged, or taken away by the browser: any other of its kind goes on. */
  function replace(kind: DeviceKind, track: MediaStreamTrack) {
    if (tracks[kind] === track) void open(kind, {}, true);
  }

  function release(kind: DeviceKind) {
    tracks[kind]?.stop();
    delete tracks[kind];
  }

  function shut(kind: DeviceKind) {
    turns[kind] += 1;
    release(kind);
    states[kind].value = nothing;
    onTrack(kind, null);
  }

  return {
    ...states,
    choices,
    open: (kind, wish) => open(kind, wish),
    shut,
    close() {
      isClosed = true;
      media?.removeEventListener('devicechange', look);
      release('microphone');
      release('camera');
    },
  };
}

/** Browsers leave it away on pages that came without encryption. */
function browserMedia(): Media | undefined {
  return isSecureContext && 'mediaDevices' in navigator ? navigator.mediaDevices : undefined;
}

async function openTrack(
  media: Media | undefined,
  kind: DeviceKind,
  { id, facing }: DeviceWish,
): Promise<MediaStreamTrack | DeviceTrouble> {
  if (media === undefined) return 'insecure';
  const which = id === undefined ? {} : { deviceId: { exact: id } };
  const audio = { ...which, echoCancellation: true, noiseSuppression: true, autoGainControl: true };
  const video = {
    ...which,
    ...(facing === undefined ? {} : { facingMode: facing }),
    width: { ideal: 1280, max: 1280 },
    height: { ideal: 720, max: 720 },
    frameRate: { ideal: 24, max: 30 },
  };
  try {
    const stream = await media.getUserMedia(kind === 'microphone' ? { audio } : { video });
    return stream.getTracks()[0] ?? 'missing';
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    const trouble = troubleOf(error.name);
    return trouble === 'missing' && id !== undefined ? 'gone' : trouble;
  }
}

/** By https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia */
function troubleOf(name: string): DeviceTrouble {
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'blocked';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'missing';
}

async function readChoices(media: Media | undefined): Promise<Record<DeviceKind, readonly Device[]>> {
  // A browser that tells no devices has none to choose from.
  const all = await (media?.enumerateDevices().catch(() => []) ?? []);
  const of = (kind: MediaDeviceKind) =>
    // Without a permission they have no names, and Chrome lists its default twice.
    all
      .filter((device) => device.kind === kind && device.label !== '' && device.deviceId !== 'default')
      .map(({ deviceId, label }) => ({ id: deviceId, label }));
  return { microphone: of('audioinput'), camera: of('videoinput') };
}
