import assert from 'node:assert/strict';
import sharp from 'sharp';
import { pictureSize } from '../../../../shared/contract/picture-size.ts';

const picture = () => sharp({ create: { width: 321, height: 123, channels: 3, background: '#0b5f78' } });

describe('the size of a picture', () => {
  for (const [name, bytes] of [
    ['PNG', () => picture().png().toBuffer()],
    ['JPEG', () => picture().jpeg().toBuffer()],
    [
      'progressive JPEG with notes',
      () => picture().jpeg({ progressive: true }).withMetadata({ density: 300 }).toBuffer(),
    ],
    ['lossy WebP', () => picture().webp().toBuffer()],
    ['lossless WebP', () => picture().webp({ lossless: true }).toBuffer()],
    ['WebP with notes', () => picture().webp().withMetadata({ density: 300 }).toBuffer()],
  ] as const)
    it(`is read from the head of a ${name}`, async () => {
      const size = pictureSize(await bytes());
      assert.deepEqual([size?.width, size?.height], [321, 123]);
    });

  it('of 30,000 pixels a side is known from a hundred bytes', () => {
    const head = Buffer.alloc(100);
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(head);
    head.writeUInt32BE(30_000, 16);
    head.writeUInt32BE(30_000, 20);
    assert.deepEqual(pictureSize(head), { type: 'image/png', width: 30_000, height: 30_000 });
  });

  it('is not guessed where there is no picture, or only the beginning of one', async () => {
    const jpeg = await picture().jpeg().toBuffer();
    for (const bytes of [
      Buffer.from(''),
      Buffer.from('GIF89a and more than thirty bytes of something'),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      jpeg.subarray(0, 20),
      Buffer.from('RIFF0000WEBPVP9 and more than thirty bytes'),
      Buffer.from('ffd8ff', 'hex'),
    ])
      assert.equal(pictureSize(bytes), undefined);
  });
});
