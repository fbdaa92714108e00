/** Frames in I420: a plane of brightness, and two of colour at half its width and height. */

/** One frame: its planes behind each other. */
export interface I420Frame {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** Room for one frame of a screen. There is one colour for four pixels, so an odd last row or column is left out. */
export function roomFor(screenWidth: number, screenHeight: number): I420Frame {
  const width = screenWidth - (screenWidth % 2);
  const height = screenHeight - (screenHeight % 2);
  return { width, height, data: new Uint8ClampedArray((width * height * 3) / 2) };
}

/** Takes the colours out of a frame. */
export function makeGrey({ width, height, data }: I420Frame): void {
  data.fill(128, width * height);
}

/** The frame at half its width and height into `half`, each pixel the mean of four. */
export function halve(frame: I420Frame, half: I420Frame): void {
  const [brightness, halfBrightness] = [frame.width * frame.height, half.width * half.height];
  shrink(frame.data, 0, frame.width, half.data, 0, half.width, half.height);
  for (const plane of [0, 1]) {
    const from = brightness + (plane * brightness) / 4;
    const to = halfBrightness + (plane * halfBrightness) / 4;
    shrink(frame.data, from, frame.width / 2, half.data, to, half.width / 2, half.height / 2);
  }
}

function shrink(
  source: Uint8ClampedArray,
  from: number,
  sourceWidth: number,
  target: Uint8ClampedArray,
  to: number,
  width: number,
  height: number,
): void {
  for (let y = 0; y < height; y += 1) {
    let above = from + 2 * y * sourceWidth;
    for (let at = to + y * width; at < to + (y + 1) * width; at += 1) {
      const below = above + sourceWidth;
      const sum = (source[above] ?? 0) + (source[above + 1] ?? 0) + (source[below] ?? 0) + (source[below + 1] ?? 0);
      target[at] = (sum + 2) >> 2;
      above += 2;
    }
  }
}
