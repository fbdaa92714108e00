/**
 * Host ↔ viewer, on the data channels of their one peer connection. Every channel is negotiated with a fixed id.
 * Text channels carry one JSON message each; `tiles` carries binary messages, laid out in `docs/PROTOCOL.md`. Each tool on the
 * computer has a channel of the name of its consent, which carries calls (channel-calls.ts).
 */
import * as v from 'valibot';
import { Consent, ControlDevices } from './consent.ts';
import { PictureWish } from './picture-wish.ts';
import { ProtocolVersion } from './protocol-version.ts';
import { Moment } from './text.ts';

export const dataChannels = {
  control: { id: 100, label: 'control', ordered: true },
  input: { id: 101, label: 'input', ordered: true },
  tiles: { id: 102, label: 'tiles', ordered: true },
  cursor: { id: 103, label: 'cursor', ordered: true },
  files: { id: 104, label: 'files', ordered: true },
  shell: { id: 105, label: 'shell', ordered: true },
  'system-information': { id: 106, label: 'system-information', ordered: true },
  actions: { id: 107, label: 'actions', ordered: true },
} as const;
export type DataChannelName = keyof typeof dataChannels;

const Pixels = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(32_767));
/** A coordinate on the remote screen. The host clamps; here only what is no number at all is refused. */
const Coordinate = v.pipe(v.number(), v.finite());

/** How the host regards this viewer at the moment. The host decides; the viewer only shows it. */
export const HandState = v.picklist(['view-only', 'controlling', 'paused']);
export type HandState = v.InferOutput<typeof HandState>;

export const HostControl = v.variant('type', [
  v.strictObject({
    type: v.literal('hello'),
    protocol: ProtocolVersion,
    screen: v.strictObject({ width: Pixels, height: Pixels }),
  }),
  v.strictObject({ type: v.literal('screen'), screen: v.strictObject({ width: Pixels, height: Pixels }) }),
  v.strictObject({
    type: v.literal('state'),
    hands: HandState,
    devices: ControlDevices,
    consents: v.array(Consent),
    serverTime: Moment,
  }),
  /** The session is over for the host; it goes now. */
  v.strictObject({ type: v.literal('bye'), text: v.string() }),
  v.strictObject({ type: v.literal('pong'), stamp: v.number() }),
]);
export type HostControl = v.InferOutput<typeof HostControl>;

export const ViewerControl = v.variant('type', [
  v.strictObject({ type: v.literal('hello'), protocol: ProtocolVersion }),
  v.strictObject({ type: v.literal('ping'), stamp: v.number() }),
  /** Release what is held, because the viewer lost the focus or gave control back. */
  v.strictObject({ type: v.literal('release') }),
  /** Only the hands that the rep wants to use, of those that were lent. */
  v.strictObject({ type: v.literal('devices'), devices: ControlDevices }),
  /** How the picture is to be sent; a host begins with {@link fullPicture}. */
  v.strictObject({ type: v.literal('picture'), wish: PictureWish }),
  /** Something could not be decoded: send the whole picture again. */
  v.strictObject({ type: v.literal('refresh') }),
]);
export type ViewerControl = v.InferOutput<typeof ViewerControl>;

export const PointerButton = v.picklist(['left', 'middle', 'right', 'back', 'forward']);

/** What the viewer's hands do. Coordinates in pixels of the remote screen; wheel in notches, down and right positive. */
export const InputMessage = v.variant('type', [
  v.strictObject({ type: v.literal('move'), x: Coordinate, y: Coordinate }),
  v.strictObject({ type: v.literal('button'), button: PointerButton, down: v.boolean(), x: Coordinate, y: Coordinate }),
  v.strictObject({
    type: v.literal('wheel'),
    dx: v.pipe(v.number(), v.finite()),
    dy: v.pipe(v.number(), v.finite()),
    x: Coordinate,
    y: Coordinate,
  }),
  /** `code` and `key` as KeyboardEvent gives them. */
  v.strictObject({
    type: v.literal('key'),
    code: v.pipe(v.string(), v.maxLength(32)),
    key: v.pipe(v.string(), v.maxLength(32)),
    down: v.boolean(),
  }),
  /** Text that no single key makes, such as what an input method composed. */
  v.strictObject({ type: v.literal('text'), text: v.pipe(v.string(), v.minLength(1), v.maxLength(4000)) }),
]);
export type InputMessage = v.InferOutput<typeof InputMessage>;

export const CursorMessage = v.variant('type', [
  v.strictObject({ type: v.literal('position'), x: Coordinate, y: Coordinate }),
  v.strictObject({
    type: v.literal('shape'),
    width: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(256)),
    height: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(256)),
    hotX: v.pipe(v.number(), v.integer()),
    hotY: v.pipe(v.number(), v.integer()),
    /** RGBA, straight alpha, base64. */
    pixels: v.pipe(v.string(), v.maxLength(360_000), v.base64()),
  }),
  v.strictObject({ type: v.literal('hidden') }),
]);
export type CursorMessage = v.InferOutput<typeof CursorMessage>;
