/** `INPUT` structures of Windows (64 bit), as bytes. Pure. */

const inputBytes = 40;
const mouseInput = 0;
const keyboardInput = 1;

/** `MOUSEEVENTF_…` */
const moveOnVirtualScreen = 0x1 | 0x8000 | 0x4000;
const buttonFlags = {
  left: { down: 0x2, up: 0x4, data: 0 },
  right: { down: 0x8, up: 0x10, data: 0 },
  middle: { down: 0x20, up: 0x40, data: 0 },
  back: { down: 0x80, up: 0x100, data: 1 },
  forward: { down: 0x80, up: 0x100, data: 2 },
} as const;
const wheelFlags = { vertical: 0x800, horizontal: 0x1000 } as const;
const notch = 120;

/** `KEYEVENTF_…` */
const extendedKey = 0x1;
const keyUp = 0x2;
const unicode = 0x4;

export type ButtonName = keyof typeof buttonFlags;

/** To a pixel of the virtual screen, from its top left corner. */
export function moveInput(
  place: { x: number; y: number },
  screen: { width: number; height: number },
  mark: number,
): Buffer {
  return ofMouse({ dx: share(place.x, screen.width), dy: share(place.y, screen.height) }, moveOnVirtualScreen, 0, mark);
}

/** Windows counts in 65536ths of the screen and rounds down: a quarter into the pixel stays in it either way. */
function share(pixel: number, size: number): number {
  return Math.floor(((pixel + 0.25) * 65_536) / Math.max(1, size));
}

export function buttonInput(button: ButtonName, isDown: boolean, mark: number): Buffer {
  const { down, up, data } = buttonFlags[button];
  return ofMouse({ dx: 0, dy: 0 }, isDown ? down : up, data, mark);
}

/** Whole notches; right and, unlike the viewer's, up are positive. */
export function wheelInput(direction: keyof typeof wheelFlags, notches: number, mark: number): Buffer {
  return ofMouse({ dx: 0, dy: 0 }, wheelFlags[direction], notches * notch, mark);
}

function ofMouse({ dx, dy }: { dx: number; dy: number }, flags: number, data: number, mark: number): Buffer {
  const input = Buffer.alloc(inputBytes);
  input.writeUInt32LE(mouseInput, 0);
  input.writeInt32LE(dx, 8);
  input.writeInt32LE(dy, 12);
  input.writeInt32LE(data, 16);
  input.writeUInt32LE(flags, 20);
  input.writeBigUInt64LE(BigInt(mark), 32);
  return input;
}

/** A key; `isExtended` tells the grey ones from those of the number pad. */
export function keyInput(
  key: { virtualKey: number; scan: number; isExtended: boolean },
  isDown: boolean,
  mark: number,
): Buffer {
  return ofKeyboard(key.virtualKey, key.scan, (key.isExtended ? extendedKey : 0) | (isDown ? 0 : keyUp), mark);
}

/** A text's characters, whatever the layout: each of their UTF-16 units as a press and a release. */
export function textInputs(text: string, mark: number): Buffer[] {
  return Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)).flatMap((unit) => [
    ofKeyboard(0, unit, unicode, mark),
    ofKeyboard(0, unit, unicode | keyUp, mark),
  ]);
}

function ofKeyboard(virtualKey: number, scan: number, flags: number, mark: number): Buffer {
  const input = Buffer.alloc(inputBytes);
  input.writeUInt32LE(keyboardInput, 0);
  input.writeUInt16LE(virtualKey, 8);
  input.writeUInt16LE(scan, 10);
  input.writeUInt32LE(flags, 12);
  input.writeBigUInt64LE(BigInt(mark), 24);
  return input;
}
