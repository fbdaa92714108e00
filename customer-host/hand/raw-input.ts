/** What a `RAWINPUT` of Windows says of a hand; `mark` is what a program that injects may have put into it. */
export type HardwareInput =
  { kind: 'pointer' | 'button'; mark: number } | { kind: 'key'; mark: number; virtualKey: number; isDown: boolean };

const mouse = 0;
const keyboard = 1;
const absolute = 1;
const anyButtonDown = 0x1 | 0x4 | 0x10 | 0x40 | 0x100;
const keyUp = 1;

/**
 * Reads a `RAWINPUT` (64 bit). Nothing for what is no act of a hand: a button that comes up, or a movement by nothing,
 * which Windows reports after the pointer was put somewhere.
 */
export function readRawInput(raw: Buffer): HardwareInput | undefined {
  const type = raw.readUInt32LE(0);
  if (type === mouse) return readMouse(raw);
  if (type !== keyboard) return undefined;
  const isDown = (raw.readUInt16LE(26) & keyUp) === 0;
  return { kind: 'key', mark: raw.readUInt32LE(36), virtualKey: raw.readUInt16LE(30), isDown };
}

function readMouse(raw: Buffer): HardwareInput | undefined {
  const mark = raw.readUInt32LE(44);
  const buttons = raw.readUInt16LE(28);
  if ((buttons & anyButtonDown) !== 0) return { kind: 'button', mark };
  const isMoved = raw.readInt32LE(36) !== 0 || raw.readInt32LE(40) !== 0 || (raw.readUInt16LE(24) & absolute) !== 0;
  return isMoved || buttons >= 0x400 ? { kind: 'pointer', mark } : undefined;
}
