/**
 * What a client may put on a link, told by the frame's first characters, before any library has parsed it. Of the whole
 * Engine.IO and Socket.IO language our programs use four sentences; everything else closes the link (H-31, H-32).
 */

/** What a frame is, or that it is none of ours; a greeting names the audience that it wants to join. */
export type LinkFrame =
  | { readonly is: 'greeting'; readonly audience: string }
  | { readonly is: 'heartbeat' | 'farewell' | 'call' | 'foreign' };

/** The first message, with protocol version and token. */
const MAX_GREETING = 1024;
/** The longest beginning that matters is far shorter, and a megabyte need not be searched. */
const BEGINNING = 64;

const foreign: LinkFrame = { is: 'foreign' };

/** Reads a text frame. `joined` is the audience of the greeting: it comes once, and nothing but heartbeats before it. */
export function readFrame(frame: string, joined: string | undefined): LinkFrame {
  const beginning = frame.slice(0, BEGINNING);
  if (beginning === '3') return { is: 'heartbeat' };
  if (beginning === '1') return { is: 'farewell' };
  if (joined === undefined) return readGreeting(beginning, frame.length);
  if (beginning === `41/${joined},`) return { is: 'farewell' };
  const [, audience] = /^42\/([a-z]+),\d{1,15}\["call",\{/.exec(beginning) ?? [];
  return audience === joined ? { is: 'call' } : foreign;
}

function readGreeting(beginning: string, length: number): LinkFrame {
  const [, audience] = /^40\/(rep|customer|host),\{/.exec(beginning) ?? [];
  return audience === undefined || length > MAX_GREETING ? foreign : { is: 'greeting', audience };
}
