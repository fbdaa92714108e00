/** The screen as a WebRTC video track: frames go in when something changed, never by a clock. */
import wrtc from '@roamhq/wrtc';
import { createI420Converter } from '../capture/i420-converter.ts';

export interface VideoTrack {
  readonly stream: MediaStream;
  /** The screen has this size from now on. */
  resize(width: number, height: number): void;
  /** Takes one BGRX frame of the screen. */
  send(pixels: Buffer): void;
  stop(): void;
}

export function createVideoTrack(width: number, height: number): VideoTrack {
  const source = new wrtc.nonstandard.RTCVideoSource({ isScreencast: true });
  const track = source.createTrack();
  const convert = createI420Converter();
  let screen = { width, height };
  let planes = planesFor(screen.width, screen.height);
  return {
    stream: new wrtc.MediaStream([track]),
    resize(newWidth, newHeight) {
      screen = { width: newWidth, height: newHeight };
      planes = planesFor(newWidth, newHeight);
    },
    send(pixels) {
      convert(pixels, screen.width, screen.height, planes.data);
      source.onFrame({ ...planes, data: new Uint8Array(planes.data.buffer) });
    },
    stop: () => track.stop(),
  };
}

/** I420 has one colour for four pixels, so an odd last row or column is left out. */
function planesFor(screenWidth: number, screenHeight: number) {
  const width = screenWidth - (screenWidth % 2);
  const height = screenHeight - (screenHeight % 2);
  return { width, height, data: new Uint8ClampedArray((width * height * 3) / 2) };
}
