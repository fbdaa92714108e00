import assert from 'node:assert/strict';
import { pictureName } from '../../../../extension/panel/picture-file.ts';

describe('what a picture of a page is called as a file', () => {
  for (const [address, type, name] of [
    ['https://x.example/a/printer.png', 'image/png', 'printer.png'],
    ['https://x.example/a/photo.jpeg?w=200', 'image/jpeg', 'photo.jpeg'],
    ['https://x.example/chart.php?of=june', 'image/png', 'chart.png'],
    ['https://x.example/avatar', 'image/webp', 'avatar.webp'],
    ['https://x.example/', 'image/gif', 'picture.gif'],
    ['https://x.example/Caf%C3%A9%20menu.png', 'image/png', 'Café menu.png'],
    ['https://x.example/100%.png', 'image/png', '100%.png'],
    ['https://x.example/a%2F..%2Fb.png', 'image/png', 'b.png'],
    ['https://x.example/.png', 'image/png', 'png.png'],
  ] as const) {
    it(`is ${name} from ${address}`, () => assert.equal(pictureName(address, type), name));
  }
});
