import assert from 'node:assert/strict';
import { PNG } from 'pngjs';
import sharp from 'sharp';
import { finishSetUp } from '../../support/people.ts';
import type { Administrator } from '../../support/people.ts';
import { startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { refuses } from './sessions-for-tests.ts';

describe('An organisation’s logo', () => {
  let server: ServerProcess;
  let administrator: Administrator;

  before(async () => {
    server = await startServerProcess();
    administrator = await finishSetUp(server);
  });
  after(() => server.stop());

  const setLogo = (content: Buffer) =>
    administrator.panel.call('branding.setLogo', { logo: content.toString('base64') });

  it('is made anew by the server: small, upright, and without what the file said of its maker', async () => {
    const photo = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#2c7a4b' } })
      .withExif({ IFD0: { Artist: 'Somebody who lives here', Orientation: '6' } })
      .jpeg()
      .toBuffer();
    const { branding } = await setLogo(photo);
    assert.ok(branding.logo);
    const served = await fetch(`${server.origin}${branding.logo}`);
    const made = Buffer.from(await served.arrayBuffer());
    const { format, width, height, exif } = await sharp(made).metadata();
    assert.equal(format, 'webp');
    assert.ok(width <= 480 && height <= 160, `${width} × ${height}`);
    assert.equal(exif, undefined);
    assert.ok(!made.includes('Somebody who lives here'));

    const second = await setLogo(photo);
    assert.notEqual(second.branding.logo, branding.logo);
    assert.equal((await fetch(`${server.origin}${branding.logo}`)).status, 404, 'the old one is gone');
  });

  it('is no SVG, no page, and no picture that unpacks to more than a screen has', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    await refuses(setLogo(Buffer.from(svg)), 'invalid');
    await refuses(setLogo(Buffer.from('<!doctype html><form name="x">')), 'invalid');
    // A few thousand bytes that claim sixty-four million pixels.
    const bomb = await sharp({ create: { width: 8000, height: 8000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9, palette: true })
      .toBuffer();
    assert.ok(bomb.length < 300_000, String(bomb.length));
    await refuses(setLogo(bomb), 'too-large');
    const broken = PNG.sync.write(new PNG({ width: 20, height: 20 }));
    await refuses(setLogo(Buffer.concat([broken.subarray(0, 40), Buffer.alloc(40)])), 'invalid');
  });
});
