import assert from 'node:assert/strict';
import { openHostWindows } from '../../../../customer-host/windows/open-host-windows.ts';

describe('opening the windows of the host', () => {
  it('says honestly which systems it does not serve yet', () => {
    for (const platform of ['win32', 'darwin'] as const) {
      assert.throws(() => openHostWindows({ platform, display: undefined, now: () => 0 }), /not|cannot.*yet/);
    }
  });

  it('says what to do when there is no desktop', () => {
    assert.throws(() => openHostWindows({ platform: 'linux', display: undefined, now: () => 0 }), /your own desktop/);
  });
});
