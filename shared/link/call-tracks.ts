/** What a call carries: one track of each kind, in both directions, from the start. */

/** In every call. */
export const trackKinds = ['audio', 'video'] as const;
export type TrackKind = (typeof trackKinds)[number];

/** Enough for 720 lines of somebody who shows something. */
const MOST_VIDEO_BITS = 1_500_000;

/**
 * PeerJS calls with a stream, and its tracks settle what a call can carry: one of each kind that never says or shows
 * anything, until `used`. Tracks of a receiver are to be had without microphone, camera or a press.
 */
export function placeholders(): { stream: MediaStream; used: () => void } {
  const spare = new RTCPeerConnection();
  const stream = new MediaStream(trackKinds.map((kind) => spare.addTransceiver(kind).receiver.track));
  return { stream, used: () => spare.close() };
}

/** Keeps the sender of pictures from taking the whole line. */
export async function limitVideo(video: RTCRtpSender | undefined): Promise<void> {
  const parameters = video?.getParameters();
  if (video === undefined || parameters === undefined || parameters.encodings.length === 0) return;
  for (const encoding of parameters.encodings) encoding.maxBitrate = MOST_VIDEO_BITS;
  // Not every browser takes it at every moment; its own limit holds then.
  await video.setParameters(parameters).catch(() => undefined);
}
