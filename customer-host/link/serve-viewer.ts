/** Serves one viewer over one link: sends it the screen and the pointer, and takes its hands to the gate. */
import * as v from 'valibot';
import type { ControlDevices, ToolScope } from '../../shared/contract/consent.ts';
import { fullPicture } from '../../shared/contract/picture-wish.ts';
import type { PictureWish } from '../../shared/contract/picture-wish.ts';
import { PROTOCOL_VERSION } from '../../shared/contract/protocol-version.ts';
import { ViewerControl, type HostControl, type InputMessage } from '../../shared/contract/screen-link.ts';
import type { ToolUse } from '../../shared/contract/tool-use.ts';
import type { PeerLink } from '../../shared/link/peer-link.ts';
import type { Desktop } from '../desktop/desktop.ts';
import { createAllowance } from '../consent/allowance.ts';
import { createInputGate } from '../consent/input-gate.ts';
import { consentedSource } from '../screen/consented-source.ts';
import { startScreenSender, type ScreenSender } from '../screen/screen-sender.ts';
import type { VideoTrack } from '../screen/video-track.ts';
import { createToolDoor } from '../tools/tool-door.ts';
import type { Tools } from '../tools/tool.ts';

export interface ViewerPorts {
  readonly link: PeerLink;
  readonly desktop: Desktop;
  readonly video: VideoTrack;
  readonly now: () => number;
  /** Whether the screen may be seen at this moment; asked for every single picture. */
  readonly mayView: () => boolean;
  /** The hands lent to this viewer at this moment, of those it wants; asked for every single message. */
  readonly devicesFor: (wanted: ControlDevices) => ControlDevices | undefined;
  readonly inject: (input: InputMessage) => void;
  readonly tools: Tools;
  /** Whether this viewer may use a tool at this moment; asked for every single message. */
  readonly mayUse: (tool: ToolScope) => boolean;
  readonly report: (use: ToolUse) => Promise<boolean>;
  readonly onRelease: () => void;
  /** Any message at all came: the viewer is alive. */
  readonly onSign: () => void;
  /** Another choice of hands: the state is to be told anew. */
  readonly onDevices: () => void;
}

export interface ServedViewer {
  readonly wanted: ControlDevices;
  /** Messages that the gate did not let pass, for figures and tests. */
  readonly refused: number;
  tell(message: HostControl): void;
  /** What is allowed has changed: the picture begins anew or stops, and tools that are not allowed any more end. */
  look(): void;
  /** Says good-bye and ends the link. */
  close(text: string): void;
}

/** A viewer says something four times a second and now and then a word more; each word may cost the desktop a round trip. */
const controlLimit = { burst: 200, perSecond: 20 };

/** The link must be open. Ends by itself with the link. */
export function serveViewer(ports: ViewerPorts): ServedViewer {
  const { link, desktop } = ports;
  const { control, input, cursor } = link.channels;
  const gate = createInputGate();
  const controlAllowance = createAllowance(controlLimit);
  let cutOff = false;
  let wanted: ControlDevices = 'both';
  let refused = 0;
  let wish = fullPicture;
  const wished = () => wish;
  let sender = startSender(ports, wished);

  const tell = (message: HostControl) => sendText(control, message);
  const size = () => desktop.size;
  tell({ type: 'hello', protocol: PROTOCOL_VERSION, screen: size() });

  input.addEventListener('message', (event) => {
    if (cutOff) return;
    ports.onSign();
    const verdict = gate.judge(event.data, { devices: ports.devicesFor(wanted) }, ports.now());
    if (verdict.pass) ports.inject(verdict.input);
    else refused += 1;
  });
  control.addEventListener('message', (event) => {
    if (cutOff) return;
    ports.onSign();
    if (!controlAllowance.take(1, ports.now())) return cutOffForFlooding();
    const message = parseControl(event.data);
    if (message) take(message);
    else refused += 1;
  });

  const door = createToolDoor({
    channels: link.channels,
    tools: ports.tools,
    send: (tool, message) => sendOn(link.channels[tool], message),
    mayUse: (tool) => !cutOff && ports.mayUse(tool),
    report: ports.report,
    onFlood: cutOffForFlooding,
    now: ports.now,
  });
  let couldView = ports.mayView();

  /** What it has sent already may still come out of the connection: none of it counts any more. */
  function cutOffForFlooding(): void {
    cutOff = true;
    door.close();
    goodbye('Too many messages.');
  }

  function take(message: ViewerControl): void {
    switch (message.type) {
      case 'hello':
        return;
      case 'ping':
        return tell({ type: 'pong', stamp: message.stamp });
      case 'release':
        return ports.onRelease();
      case 'devices':
        wanted = message.devices;
        return ports.onDevices();
      case 'picture':
        wish = message.wish;
        // What was sent in other colours is sent anew.
        return sender.refresh();
      case 'refresh':
        return sender.refresh();
      default:
        message satisfies never;
    }
  }

  const unwatchCursor = desktop.watchCursor((message) => {
    // The pointer's picture and place are part of the screen.
    if (ports.mayView()) sendText(cursor, message);
  });
  const unwatchSize = desktop.onResize(() => {
    sender.stop();
    ports.video.resize(size().width, size().height);
    tell({ type: 'screen', screen: size() });
    sender = startSender(ports, wished);
  });
  void link.closed.then(() => {
    unwatchCursor();
    unwatchSize();
    door.close();
    sender.stop();
    ports.video.stop();
  });

  return {
    get wanted() {
      return wanted;
    },
    get refused() {
      return refused + door.refused;
    },
    tell,
    look() {
      door.look();
      const mayView = ports.mayView();
      // Whatever was painted before is old by now.
      if (mayView && !couldView) sender.refresh();
      couldView = mayView;
    },
    close: goodbye,
  };

  function goodbye(text: string): void {
    tell({ type: 'bye', text });
    link.close();
  }
}

function startSender({ link, desktop, video, now, mayView }: ViewerPorts, wish: () => PictureWish): ScreenSender {
  const { tiles } = link.channels;
  return startScreenSender({
    source: consentedSource(desktop.screen.sourceForViewer(), mayView),
    tiles: {
      send: (message) => sendOn(tiles, message),
      backlogBytes: () => tiles.bufferedAmount,
    },
    video,
    wish,
    now,
  });
}

function sendText(channel: RTCDataChannel, message: object): void {
  sendOn(channel, JSON.stringify(message));
}

function sendOn(channel: RTCDataChannel, data: string | Uint8Array<ArrayBuffer>): void {
  if (channel.readyState !== 'open') return;
  try {
    // Apart, because the two kinds are two signatures of one method.
    if (typeof data === 'string') channel.send(data);
    else channel.send(data);
  } catch (error) {
    // The other side closed it a moment ago and the state does not say so yet: the link's end is told elsewhere.
    console.error('A channel took no message:', error instanceof Error ? error.message : '');
  }
}

function parseControl(data: unknown): ViewerControl | undefined {
  if (typeof data !== 'string' || data.length > 2000) return undefined;
  try {
    const message = v.safeParse(ViewerControl, JSON.parse(data));
    return message.success ? message.output : undefined;
  } catch {
    // Not JSON: counted as refused by the caller.
    return undefined;
  }
}
