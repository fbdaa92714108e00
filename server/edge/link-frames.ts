/**
 * What a client may put on a link, told by the frame's first characters, before any library has parsed it. Of the whole
 * Engine.IO and Socket.IO language our programs use four sentences; everything else closes the link (H-31, H-32).
 */

/** What a frame is, or that it is none of ours. */
export type LinkFrame = 'heartbeat' | 'greeting' | 'farewell' | 'call' | 'foreign';

/** The first message, with protocol version and token. */
const MAX_GREETING = 1024;

const sentences: readonly { readonly is: LinkFrame; readonly form: RegExp }[] = [
  { is: 'heartbeat', form: /^3$/ },
  { is: 'greeting', form: /^40\/(rep|customer|host),\{/ },
  { is: 'farewell', form: /^(1|41\/(rep|customer|host),)$/ },
  { is: 'call', form: /^42\/(rep|customer|host),\d{1,15}\["call",\{/ },
];

/** Reads a text frame. `isGreeted` tells whether the first message has come: it comes once, and nothing before it. */
export function readFrame(frame: string, isGreeted: boolean): LinkFrame {
  // The longest of the beginnings that matter is far shorter, and a megabyte need not be searched.
  const beginning = frame.length > 64 ? frame.slice(0, 64) : frame;
  const kind = sentences.find(({ form }) => form.test(beginning))?.is ?? 'foreign';
  if (kind === 'greeting') return isGreeted || frame.length > MAX_GREETING ? 'foreign' : 'greeting';
  if (kind === 'call') return isGreeted ? 'call' : 'foreign';
  return kind;
}
