/** Changes to session descriptions (SDP, RFC 8866) that neither PeerJS nor the WebRTC interfaces offer. */

/** Video codecs in the order wanted; others are left out, retransmission stays. VP9 is held at 5 frames a second for screens. */
export function onlyVideoCodecs(sdp: string, codecs: readonly string[]): string {
  return mapVideoSection(sdp, (lines) => {
    const payloads = videoPayloads(lines);
    const wanted = codecs.flatMap((codec) => payloads.filter((payload) => payload.codec === codec.toLowerCase()));
    if (wanted.length === 0) return lines;
    const kept = wanted.flatMap(({ type }) => [
      type,
      ...payloads.filter((payload) => payload.codec === 'rtx' && payload.appliesTo === type).map((rtx) => rtx.type),
    ]);
    const repair = payloads.filter(({ codec }) => codec === 'red' || codec === 'ulpfec').map(({ type }) => type);
    return keepPayloads(lines, [...kept, ...repair]);
  });
}

/** Bitrates in kbit/s for the sender that applies this description: libwebrtc reads them from the format lines. */
export interface Bitrates {
  readonly minKbps: number;
  readonly startKbps: number;
  readonly maxKbps: number;
}

/**
 * Lifts libwebrtc's own cap of about 2.5 Mbit/s on a screen. `x-google-…-bitrate` format parameters are libwebrtc's
 * (media/engine/webrtc_video_engine.cc reads them from the remote description).
 */
export function withBitrates(sdp: string, bitrates: Bitrates): string {
  const parameters =
    `x-google-min-bitrate=${bitrates.minKbps};x-google-start-bitrate=${bitrates.startKbps};` +
    `x-google-max-bitrate=${bitrates.maxKbps}`;
  return mapVideoSection(sdp, (lines) => {
    const coded = videoPayloads(lines).filter(({ codec }) => codec !== 'rtx' && codec !== 'red' && codec !== 'ulpfec');
    return coded.reduce((current, { type }) => addFormatParameters(current, type, parameters), lines);
  });
}

interface Payload {
  readonly type: string;
  readonly codec: string;
  readonly appliesTo: string | undefined;
}

function mapVideoSection(sdp: string, change: (lines: string[]) => string[]): string {
  const sections = sdp.split(/(?=^m=)/m);
  return sections
    .map((section) => {
      if (!section.startsWith('m=video')) return section;
      const lines = section.split('\r\n').filter((line) => line !== '');
      return change(lines).join('\r\n') + '\r\n';
    })
    .join('');
}

function videoPayloads(lines: readonly string[]): Payload[] {
  return lines.flatMap((line) => {
    const mapped = /^a=rtpmap:(\d+) ([^/]+)\//.exec(line);
    if (!mapped) return [];
    const [, type = '', codec = ''] = mapped;
    const format = lines.find((other) => other.startsWith(`a=fmtp:${type} apt=`));
    return [{ type, codec: codec.toLowerCase(), appliesTo: format?.slice(`a=fmtp:${type} apt=`.length) }];
  });
}

function keepPayloads(lines: readonly string[], kept: readonly string[]): string[] {
  const [media = '', ...rest] = lines;
  const head = media.split(' ').slice(0, 3).join(' ');
  const about = /^a=(?:rtpmap|fmtp|rtcp-fb):(\d+)/;
  return [
    `${head} ${kept.join(' ')}`,
    ...rest.filter((line) => {
      const type = about.exec(line)?.[1];
      return type === undefined || kept.includes(type);
    }),
  ];
}

function addFormatParameters(lines: readonly string[], type: string, parameters: string): string[] {
  const prefix = `a=fmtp:${type} `;
  if (lines.some((line) => line.startsWith(prefix))) {
    return lines.map((line) => (line.startsWith(prefix) ? `${line};${parameters}` : line));
  }
  const at = lines.findIndex((line) => line.startsWith(`a=rtpmap:${type} `));
  return [...lines.slice(0, at + 1), prefix + parameters, ...lines.slice(at + 1)];
}
