/** The screen as a WebRTC video track: frames go in when something changed, never by a clock. */
import wrtc from '@roamhq/wrtc';
import { createI420Converter } from '../capture/i420-converter.ts';
import type { PictureWish } from '../../shared/contract/picture-wish.ts';
import { halve, makeGrey, roomFor } from './i420-planes.ts';

export interface VideoTrack {
  readonly stream: MediaStream;
  /** The screen has this size from now on. */
  resize(width: number, height: number): void;
  /** Takes one BGRX frame of the screen. */
  send(pixels: Buffer, wish: PictureWish): void;
  stop(): void;
}

export function createVideoTrack(width: number, height: number): VideoTrack {
  const source = new wrtc.nonstandard.RTCVideoSource({ isScreencast: true });
  const track = source.createTrack();
  const convert = createI420Converter();
  let screen = { width, height };
  let whole = roomFor(screen.width, screen.height);
  let half = roomFor(whole.width / 2, whole.height / 2);
  return {
    stream: new wrtc.MediaStream([track]),
    resize(newWidth, newHeight) {
      screen = { width: newWidth, height: newHeight };
      whole = roomFor(newWidth, newHeight);
      half = roomFor(whole.width / 2, whole.height / 2);
    },
    send(pixels, { colours, moving }) {
      convert(pixels, screen.width, screen.height, whole.data);
      if (colours === 'grey') makeGrey(whole);
      // The viewer draws a video in the screen's size, whatever its own is.
      if (moving === 'light') halve(whole, half);
      const frame = moving === 'light' ? half : whole;
      source.onFrame({ ...frame, data: new Uint8Array(frame.data.buffer) });
    },
    stop: () => track.stop(),
  };
}
