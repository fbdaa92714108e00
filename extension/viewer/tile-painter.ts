import { parseTileMessage, type TileArea } from '../../shared/contract/tile-messages.ts';

export interface TilePainter {
  /** Takes one message of the `tiles` channel. Order is kept, whatever unpacking takes. */
  take(message: unknown): void;
  /** The remote screen has this size now; the picture starts anew when it changes. */
  resize(width: number, height: number): void;
}

export interface TilePainterPorts {
  readonly canvas: HTMLCanvasElement;
  readonly onMode: (mode: 'tiles' | 'video') => void;
  readonly onPainted: (bytes: number) => void;
  /** A message could not be read: the host is asked for the whole picture. */
  readonly onDamaged: () => void;
}

/** Paints tiles onto a canvas of the remote screen's size, a whole batch at a time. */
export function createTilePainter({ canvas, onMode, onPainted, onDamaged }: TilePainterPorts): TilePainter {
  const context = drawingOn(canvas);
  let inOrder: Promise<void> = Promise.resolve();
  /** What is to be painted once the batch is complete, in order. */
  let waiting: (() => void)[] = [];

  async function handle(data: ArrayBuffer): Promise<void> {
    const message = parseTileMessage(data, canvas.width, canvas.height);
    if (!message) return onDamaged();
    if (message.kind === 'mode') return onMode(message.mode);
    const paint = message.kind === 'copy' ? moveOf(message.area, message.from) : await tileOf(message);
    if (!paint) return onDamaged();
    waiting.push(paint);
    if (!message.last) return;
    for (const paintPart of waiting) paintPart();
    waiting = [];
    onPainted(data.byteLength);
  }

  async function tileOf({ area, pixels }: { area: TileArea; pixels: Uint8Array }) {
    const unpacked = await inflate(pixels, area.width * area.height * 4);
    if (!unpacked) return undefined;
    const picture = new ImageData(unpacked, area.width, area.height);
    return () => context.putImageData(picture, area.x, area.y);
  }

  function moveOf({ x, y, width, height }: TileArea, from: { x: number; y: number }) {
    return () => context.drawImage(canvas, from.x, from.y, width, height, x, y, width, height);
  }

  return {
    take(message) {
      if (!(message instanceof ArrayBuffer)) return onDamaged();
      inOrder = inOrder.then(() => handle(message)).catch(onDamaged);
    },
    resize(width, height) {
      if (canvas.width === width && canvas.height === height) return;
      inOrder = inOrder.then(() => {
        canvas.width = width;
        canvas.height = height;
        waiting = [];
      });
    },
  };
}

function drawingOn(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: false, desynchronized: true });
  if (!context) throw new Error('This browser cannot draw on a canvas.');
  return context;
}

/** Exactly `length` bytes, or `undefined`: a packed tile can neither be short nor grow beyond its area. */
async function inflate(packed: Uint8Array, length: number): Promise<Uint8ClampedArray<ArrayBuffer> | undefined> {
  const pixels = new Uint8ClampedArray(length);
  // Written straight in: a Blob's stream would fetch every tile from another process first.
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const writer = writable.getWriter();
  const reader = readable.getReader();
  const written = Promise.all([writer.write(packed as Uint8Array<ArrayBuffer>), writer.close()]);
  // Broken pixels fail the reading below as well, which is where it counts.
  written.catch(() => undefined);
  let filled = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return filled === length ? pixels : undefined;
    if (filled + value.length > length) {
      await reader.cancel();
      return undefined;
    }
    pixels.set(value, filled);
    filled += value.length;
  }
}
