import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { createOutputPump } from '../../../../../customer-host/tools/shell/output-pump.ts';
import { LARGEST_SHELL_PIECE, SHELL_WINDOW_BYTES } from '../../../../../shared/contract/host-shell.ts';

/** A pump over a terminal that notes what is asked of it. */
function aPump() {
  const happened: string[] = [];
  let backlog = 0;
  let isBehind = false;
  let sent = 0;
  const terminal = { pause: () => void happened.push('paused'), resume: () => void happened.push('resumed') };
  const pump = createOutputPump(terminal, () => isBehind);
  const audience = {
    send: (bytes: Uint8Array) => {
      assert.ok(bytes.length <= LARGEST_SHELL_PIECE);
      sent += bytes.length;
    },
    backlogBytes: () => backlog,
  };
  const resumed = async () => {
    while (!happened.includes('resumed')) await wait(1);
  };
  return {
    pump,
    audience,
    happened,
    resumed,
    sent: () => sent,
    setBacklog(bytes: number) {
      backlog = bytes;
    },
    setBehind(value: boolean) {
      isBehind = value;
    },
  };
}

describe('What a terminal shows, on its way to the viewer', () => {
  it('waits while the viewer has not drawn what it has', async () => {
    const { pump, audience, happened, resumed, sent } = aPump();
    pump.serve(audience);
    pump.take(new Uint8Array(SHELL_WINDOW_BYTES + 1));
    assert.deepEqual(happened, ['paused']);
    assert.equal(sent(), SHELL_WINDOW_BYTES + 1, 'nothing that was read is lost');
    pump.heard(SHELL_WINDOW_BYTES);
    await resumed();
    assert.deepEqual(happened, ['paused', 'resumed']);
  });

  it('waits while the channel has much to send, so that the picture keeps its share', async () => {
    const { pump, audience, happened, resumed, setBacklog } = aPump();
    pump.serve(audience);
    setBacklog(100_000);
    pump.take(new Uint8Array(10));
    assert.deepEqual(happened, ['paused']);
    setBacklog(0);
    await resumed();
  });

  it('waits for its recording, also while nobody looks', async () => {
    const { pump, happened, resumed, setBehind } = aPump();
    setBehind(true);
    pump.take(new Uint8Array(10));
    assert.deepEqual(happened, ['paused']);
    setBehind(false);
    await resumed();
  });

  it('goes on while nobody is linked, and shows the end of it to whoever comes', async () => {
    const { pump, audience, happened, sent } = aPump();
    for (let times = 0; times < 100; times += 1) pump.take(new TextEncoder().encode(`${'x'.repeat(9_999)}\n`));
    assert.deepEqual(happened, []);
    pump.serve(audience);
    assert.ok(sent() > 200_000 && sent() <= 256 * 1024, String(sent()));
    pump.stop();
  });
});
