import assert from 'node:assert/strict';
import { openCursorWatch } from '../../../customer-host/cursor/open-cursor-watch.ts';
import type { CursorWatch } from '../../../customer-host/cursor/cursor-watch.ts';
import { openInputInjector } from '../../../customer-host/input/open-input-injector.ts';
import type { InputInjector } from '../../../customer-host/input/input-injector.ts';
import { startXDisplay, until } from './x-display.ts';
import type { XDisplay } from './x-display.ts';

describe('watching the pointer of a Linux desktop', function () {
  this.timeout(40_000);
  let screen: XDisplay;
  let injector: InputInjector;

  beforeEach(async () => {
    screen = await startXDisplay({ width: 1000, height: 600 });
    injector = await openInputInjector(screen.display);
  });

  afterEach(async () => {
    injector.close();
    await screen.stop();
  });

  it('shows the pointer’s picture, and where it is moved', async () => {
    await screen.run('xsetroot', ['-cursor_name', 'left_ptr']);
    const cursor: CursorWatch = await openCursorWatch(screen.display);
    try {
      const { width, height, rgba } = cursor.image;
      assert.ok(width > 0 && height > 0);
      assert.equal(rgba.length, width * height * 4);
      assert.ok(
        rgba.some((value, index) => index % 4 === 3 && value === 255),
        'some of it is opaque',
      );
      const images: number[] = [];
      cursor.onImage((image) => images.push(image.serial));
      const firstSerial = cursor.image.serial;
      await screen.run('xsetroot', ['-cursor_name', 'watch']);
      await until('the other picture', () => images.length > 0);
      assert.notEqual(images.at(-1), firstSerial);

      let place = '';
      cursor.onMove(({ x, y }) => (place = `${x},${y}`));
      injector.pointerMove(123, 45);
      await until('the movement', () => place === '123,45');
      await screen.run('xdotool', ['mousemove', '321', '54']);
      await until('a movement that raises no event', () => place === '321,54');
    } finally {
      cursor.close();
    }
  });
});
