import assert from 'node:assert/strict';
import { XSelectInput } from '../../../customer-host/native/libx11.ts';
import { XConnection } from '../../../customer-host/native/x-connection.ts';
import { startXDisplay } from './x-display.ts';

describe('a request that the X display refuses', () => {
  it('is recorded and does not end the host', async function () {
    this.timeout(20_000);
    const screen = await startXDisplay();
    const connection = new XConnection(screen.display);
    try {
      XSelectInput(connection.display, 0x7ffffff, 1);
      const badWindow = 3;
      assert.deepEqual(
        connection.sync().map(({ code }) => code),
        [badWindow],
      );
      assert.deepEqual(connection.sync(), []);
      assert.equal(connection.screenSize().width, 1280);
    } finally {
      connection.close();
      connection.close();
      await screen.stop();
    }
    assert.throws(() => connection.display, /connection to the screen has ended/);
  });
});
