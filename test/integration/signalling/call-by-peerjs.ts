/**
 * `tsx call-by-peerjs.ts <server's origin> <host's pass> <viewer's pass>` (passes as JSON): the stock PeerJS client on both
 * ends of a call. Prints what came through, one line each; exit code 0 when the call stood. A process of its own, because
 * PeerJS in Node wants a browser's globals, and libwebrtc ends best together with its process.
 */
import { createRequire } from 'node:module';
import type * as Peerjs from 'peerjs';
import * as v from 'valibot';
import { WebSocket } from 'ws';
import { SignallingPass } from '../../../shared/contract/signalling.ts';
import { dataChannels } from '../../../shared/contract/screen-link.ts';

const boundMs = 15_000;
const require = createRequire(import.meta.url);
const wrtc = require('@roamhq/wrtc') as Record<string, unknown> & {
  nonstandard: { RTCVideoSource: new () => VideoSource };
};
interface VideoSource {
  createTrack(): MediaStreamTrack;
}
const { RTCPeerConnection, RTCSessionDescription, RTCIceCandidate, MediaStream: Stream, MediaStreamTrack } = wrtc;
Object.assign(globalThis, { RTCPeerConnection, RTCSessionDescription, RTCIceCandidate, MediaStreamTrack });
Object.assign(globalThis, { MediaStream: Stream, WebSocket, location: { protocol: 'https:' } });
const { Peer } = require('peerjs') as typeof Peerjs;

setTimeout(() => {
  console.error('The call did not stand in time.');
  process.exit(1);
}, boundMs);

const [origin = '', hostWords = '', viewerWords = ''] = process.argv.slice(2);
const host = await openPeer(v.parse(SignallingPass, JSON.parse(hostWords)));
const viewer = await openPeer(v.parse(SignallingPass, JSON.parse(viewerWords)));

const greeted = new Promise<string>((resolve) => {
  viewer.on('call', (call) => {
    call.on('stream', (stream) => console.log(`stream with ${stream.getVideoTracks().length} video track`));
    call.answer();
    control(call).addEventListener('message', ({ data }) => resolve(String(data)));
  });
});
const call = host.call(viewer.id, new MediaStream([new wrtc.nonstandard.RTCVideoSource().createTrack()]));
const channel = control(call);
channel.addEventListener('open', () => channel.send('hello from the host'));
console.log(await greeted);
process.exit(0);

function openPeer(pass: SignallingPass): Promise<Peerjs.Peer> {
  const { hostname, port } = new URL(origin);
  const { peer, ticket: token, path, iceServers } = pass;
  const options = { host: hostname, port: Number(port), path, token, secure: false, config: { iceServers } };
  return new Promise((resolve, reject) => {
    const link = new Peer(peer, options);
    link.on('open', () => resolve(link));
    link.on('error', reject);
  });
}

/** The same negotiated channel on either side of a call. */
function control({ peerConnection }: Peerjs.MediaConnection): RTCDataChannel {
  const { label, id, ordered } = dataChannels.control;
  return peerConnection.createDataChannel(label, { negotiated: true, id, ordered });
}
