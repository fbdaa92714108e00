/** PeerJS looks for a browser's globals while it is imported; so this module is imported before it. */
import wrtc from '@roamhq/wrtc';
import { WebSocket } from 'ws';

Object.assign(globalThis, {
  RTCPeerConnection: wrtc.RTCPeerConnection,
  RTCSessionDescription: wrtc.RTCSessionDescription,
  RTCIceCandidate: wrtc.RTCIceCandidate,
  MediaStream: wrtc.MediaStream,
  MediaStreamTrack: wrtc.MediaStreamTrack,
  WebSocket,
  location: { protocol: 'https:' },
});
