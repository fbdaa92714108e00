import assert from 'node:assert/strict';
import { onlyVideoCodecs, withBitrates } from '../../../../shared/link/session-description.ts';

const description = [
  'v=0',
  'm=video 9 UDP/TLS/RTP/SAVPF 96 97 98 99 45 46',
  'c=IN IP4 0.0.0.0',
  'a=rtpmap:96 VP8/90000',
  'a=rtcp-fb:96 nack',
  'a=rtpmap:97 rtx/90000',
  'a=fmtp:97 apt=96',
  'a=rtpmap:98 VP9/90000',
  'a=fmtp:98 profile-id=0',
  'a=rtpmap:99 rtx/90000',
  'a=fmtp:99 apt=98',
  'a=rtpmap:45 AV1/90000',
  'a=rtpmap:46 rtx/90000',
  'a=fmtp:46 apt=45',
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
  'a=sctp-port:5000',
  '',
].join('\r\n');

describe('the description of a screen link', () => {
  it('offers only the wanted codecs, best first, each with its retransmission', () => {
    const offered = onlyVideoCodecs(description, ['AV1', 'VP8']);
    assert.match(offered, /m=video 9 UDP\/TLS\/RTP\/SAVPF 45 46 96 97\r\n/);
    assert.doesNotMatch(offered, /VP9|apt=98/);
    assert.match(offered, /m=application 9 UDP\/DTLS\/SCTP webrtc-datachannel\r\na=sctp-port:5000\r\n$/);
  });

  it('stays as it is when none of the wanted codecs is there', () => {
    assert.equal(onlyVideoCodecs(description, ['H266']), description);
  });

  it('carries bitrates for every codec, but not for retransmission', () => {
    const raised = withBitrates(description, { minKbps: 1, startKbps: 2, maxKbps: 3 });
    const parameters = 'x-google-min-bitrate=1;x-google-start-bitrate=2;x-google-max-bitrate=3';
    assert.ok(raised.includes(`a=rtpmap:45 AV1/90000\r\na=fmtp:45 ${parameters}\r\n`));
    assert.ok(raised.includes(`a=fmtp:98 profile-id=0;${parameters}\r\n`));
    assert.ok(raised.includes('a=fmtp:97 apt=96\r\n'));
  });
});
