import assert from 'node:assert/strict';
import { openHostWindows } from '../../../../customer-host/windows/open-host-windows.ts';

describe('opening the windows of the host', () => {
  it('says honestly which systems it does not serve yet', async () => {
    const onMac = openHostWindows({ platform: 'darwin', display: undefined, now: () => 0 });
    await assert.rejects(onMac, /cannot.*yet/);
  });

  it('says what to do when there is no desktop', async () => {
    const onNoDesktop = openHostWindows({ platform: 'linux', display: undefined, now: () => 0 });
    await assert.rejects(onNoDesktop, /your own desktop/);
  });
});
