import assert from 'node:assert/strict';
import { openScreenCapture } from '../../../../customer-host/capture/open-screen-capture.ts';
import { openCursorWatch } from '../../../../customer-host/cursor/open-cursor-watch.ts';
import { openHandWatch } from '../../../../customer-host/hand/open-hand-watch.ts';
import { openInputInjector } from '../../../../customer-host/input/open-input-injector.ts';

describe('a system that is not served yet', () => {
  for (const [name, open] of [
    ['screen', openScreenCapture],
    ['pointer', openCursorWatch],
    ['hand', openHandWatch],
    ['input', openInputInjector],
  ] as const) {
    it(`is told in words, with what to do instead (${name})`, async () => {
      const error = {
        name: 'PlatformUnavailable',
        message: /not available on macOS yet\. The person who helps you can go on by chat/,
      };
      await assert.rejects(open(':0', 'darwin'), error);
      await assert.rejects(open(':0', 'darwin'), /on macOS yet/);
    });
  }
});
