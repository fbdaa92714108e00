/** PeerJS looks for a browser's globals while it is imported; so this module is imported before it. */
import type { ClientRequestArgs } from 'node:http';
import wrtc from '@roamhq/wrtc';
import { WebSocket } from 'ws';

let trusted: string | undefined;

/** From now on only these authorities (PEM) may vouch for a server; `undefined`: the well-known ones. */
export function trustOnly(authority: string | undefined): void {
  trusted = authority;
}

/** PeerJS hands in nothing but the address. */
class VerifyingWebSocket extends WebSocket {
  constructor(address: string | URL, protocols?: string | string[]) {
    // Said aloud, because Node would let a variable of the environment switch it off.
    const options: ClientRequestArgs & { rejectUnauthorized: boolean; ca?: string } = { rejectUnauthorized: true };
    if (trusted !== undefined) options.ca = trusted;
    super(address, protocols, options);
  }
}

Object.assign(globalThis, {
  RTCPeerConnection: wrtc.RTCPeerConnection,
  RTCSessionDescription: wrtc.RTCSessionDescription,
  RTCIceCandidate: wrtc.RTCIceCandidate,
  MediaStream: wrtc.MediaStream,
  MediaStreamTrack: wrtc.MediaStreamTrack,
  WebSocket: VerifyingWebSocket,
  location: { protocol: 'https:' },
});
