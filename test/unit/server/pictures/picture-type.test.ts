import assert from 'node:assert/strict';
import { pictureType } from '../../../../server/pictures/picture-type.ts';

describe('what a picture is', () => {
  it('is told by its first bytes', () => {
    assert.equal(pictureType(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')), 'image/png');
    assert.equal(pictureType(Buffer.from('ffd8ffe000104a464946', 'hex')), 'image/jpeg');
    assert.equal(pictureType(Buffer.from('524946460000000057454250', 'hex')), 'image/webp');
  });

  it('is nothing for everything else', () => {
    for (const text of ['<svg/>', 'MZ', '%PDF-1.7', 'RIFF0000AVI ', ''])
      assert.equal(pictureType(Buffer.from(text)), undefined);
  });
});
