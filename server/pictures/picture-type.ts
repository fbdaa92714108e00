import * as v from 'valibot';

/** Types of pictures that are kept and served. */
export const PictureType = v.picklist(['image/png', 'image/jpeg', 'image/webp']);
export type PictureType = v.InferOutput<typeof PictureType>;

const signatures: readonly { readonly type: PictureType; readonly at: readonly (readonly [number, string])[] }[] = [
  {
    type: 'image/png',
    at: [
      [0, '89504e470d0a1a0a'],
      [12, '49484452'],
    ],
  },
  { type: 'image/jpeg', at: [[0, 'ffd8ff']] },
  {
    type: 'image/webp',
    at: [
      [0, '52494646'],
      [8, '57454250'],
    ],
  },
];

/** What a file is by its first bytes, whatever it is called; `undefined` for anything but a picture. */
export function pictureType(bytes: Buffer): PictureType | undefined {
  return signatures.find(({ at }) =>
    at.every(([offset, hex]) => bytes.subarray(offset, offset + hex.length / 2).toString('hex') === hex),
  )?.type;
}
