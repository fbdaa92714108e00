import assert from 'node:assert/strict';
import type { Desktop } from '../../../../customer-host/desktop/desktop.ts';
import { serveViewer } from '../../../../customer-host/link/serve-viewer.ts';
import type { PeerLink } from '../../../../shared/link/peer-link.ts';

/** A channel that its other side has closed, while it still says that it is open: libwebrtc then throws. */
function aClosingChannel(): RTCDataChannel {
  const channel = Object.assign(new EventTarget(), {
    readyState: 'open',
    bufferedAmount: 0,
    send() {
      throw new DOMException('RTCDataChannel.readyState is not open', 'InvalidStateError');
    },
  });
  return channel as unknown as RTCDataChannel;
}

const desktop: Pick<Desktop, 'screen' | 'size' | 'watchCursor' | 'onResize'> = {
  size: { width: 64, height: 64 },
  screen: {
    sourceForViewer: () => ({ width: 64, height: 64, damaged: false, grab: () => undefined, onDamage: () => () => {} }),
  },
  watchCursor(listener) {
    listener({ type: 'hidden' });
    return () => {};
  },
  onResize: () => () => {},
};

describe('a viewer that closes its link at the very moment when it is told something', () => {
  it('does not bring the host down', () => {
    const channels = {
      control: aClosingChannel(),
      input: aClosingChannel(),
      tiles: aClosingChannel(),
      cursor: aClosingChannel(),
    };
    let closed = false;
    const link = { channels, closed: new Promise<void>(() => {}), close: () => (closed = true) };
    const viewer = serveViewer({
      link: link as unknown as PeerLink,
      desktop: desktop as Desktop,
      video: { stream: undefined as unknown as MediaStream, resize: () => {}, send: () => {}, stop: () => {} },
      now: () => 0,
      devicesFor: () => undefined,
      inject: () => {},
      onRelease: () => {},
      onSign: () => {},
      onDevices: () => {},
    });
    viewer.tell({ type: 'pong', stamp: 1 });
    viewer.close('The session is over.');
    assert.equal(closed, true);
  });
});
