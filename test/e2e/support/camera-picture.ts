/** A picture for the browser's camera: a QR code as raw video, the form in which Chromium takes it from a file. */
import { writeFileSync } from 'node:fs';
import { encode } from 'uqr';

const width = 640;
const height = 480;
const modulePixels = 7;

/** Flags of a Chromium whose camera looks at what lies in `file`, and whose person says yes to the question. */
export const cameraFlags = (file: string): string[] => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${file}`,
];

/** Writes a video (YUV4MPEG2) that shows `text` as a QR code, black on white, somewhere in the middle. */
export function writeCameraPicture(file: string, text: string): void {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const luma = Buffer.alloc(width * height, 235);
  const [left, top] = [(width - size * modulePixels) >> 1, (height - size * modulePixels) >> 1];
  data.forEach((row, y) =>
    row.forEach((isDark, x) => {
      if (!isDark) return;
      for (let line = 0; line < modulePixels; line += 1) {
        const start = (top + y * modulePixels + line) * width + left + x * modulePixels;
        luma.fill(16, start, start + modulePixels);
      }
    }),
  );
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((width * height) / 2, 128)]);
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([head, ...Array.from({ length: 10 }, () => frame)]));
}
