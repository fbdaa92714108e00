/** Mouse and keyboard by user32.dll: injecting, layouts, and what the hardware does. */
import { randomInt } from 'node:crypto';
import { Listeners } from './listeners.ts';
import { loadLibrary } from './load-library.ts';
import type { Pointer } from './load-library.ts';

const user32 = loadLibrary('user32.dll');

/**
 * What this process puts into every input that it injects (`dwExtraInfo`), and reads again from raw input: so its own
 * hands are told from others. Nobody can guess it, and a touchpad's input, which names no device, has none.
 */
export const ownMark = randomInt(1, 2 ** 31);

export const inputBytes = 40;

const sendInput: (count: number, inputs: Buffer, bytes: number) => number = user32.func(
  'uint32 __stdcall SendInput(uint32 count, void *inputs, int bytes)',
);

/** Tells that something was injected: the screen may look different in a moment. */
export const injected = new Listeners<void>();

/** Injects the inputs one after the other with nothing in between; each as an `INPUT` of `inputBytes`. */
export function injectInputs(inputs: readonly Buffer[]): void {
  if (inputs.length === 0) return;
  sendInput(inputs.length, Buffer.concat(inputs), inputBytes);
  injected.emit();
}

export const getAsyncKeyState: (virtualKey: number) => number = user32.func(
  'int16 __stdcall GetAsyncKeyState(int virtualKey)',
);
export const getKeyState: (virtualKey: number) => number = user32.func('int16 __stdcall GetKeyState(int virtualKey)');

const getForegroundWindow: () => Pointer | null = user32.func('void *__stdcall GetForegroundWindow()');
const getWindowThread: (window: Pointer, processId: null) => number = user32.func(
  'uint32 __stdcall GetWindowThreadProcessId(void *window, void *processId)',
);
const getKeyboardLayout: (thread: number) => Pointer | null = user32.func(
  'void *__stdcall GetKeyboardLayout(uint32 thread)',
);

/** The keyboard layout of whatever program is being typed into. */
export function layoutInUse(): Pointer | null {
  const window = getForegroundWindow();
  return getKeyboardLayout(window ? getWindowThread(window, null) : 0);
}

/** The key (low byte) and modifiers (high byte: 1 Shift, 2 Ctrl, 4 Alt) that make a character; -1 where none does. */
export const keyOfCharacter: (codeUnit: number, layout: Pointer | null) => number = user32.func(
  'int16 __stdcall VkKeyScanExW(uint16 codeUnit, void *layout)',
);

/** `MAPVK_…` */
export const keyMapping = { keyToScan: 0, scanToKey: 1 } as const;
export const mapKey: (code: number, mapping: number, layout: Pointer | null) => number = user32.func(
  'uint32 __stdcall MapVirtualKeyExW(uint32 code, uint32 mapping, void *layout)',
);

const registerRawInput: (devices: Buffer, count: number, bytes: number) => boolean = user32.func(
  'bool __stdcall RegisterRawInputDevices(void *devices, uint32 count, uint32 bytes)',
);
const getRawInputData: (input: number, command: number, out: Buffer, bytes: [number], headerBytes: number) => number =
  user32.func(
    'uint32 __stdcall GetRawInputData(intptr_t input, uint32 command, _Out_ void *out, _Inout_ uint32 *bytes, uint32 headerBytes)',
  );

const deviceBytes = 16;
const genericDesktop = 1;
const usages = { mouse: 2, keyboard: 6 } as const;
/** `RIDEV_INPUTSINK`: also while other programs are in front. */
const alsoInBackground = 0x100;
/** `RIDEV_REMOVE` */
const noMore = 1;
const readInput = 0x10000003;
const rawInputBytes = 128;
const headerBytes = 24;

/** Lets the window have `WM_INPUT` of every mouse and keyboard; with null, no window. Says whether it will. */
export function listenToHardware(window: Pointer | null): boolean {
  const devices = Buffer.alloc(2 * deviceBytes);
  for (const [index, usage] of [usages.mouse, usages.keyboard].entries()) {
    devices.writeUInt16LE(genericDesktop, index * deviceBytes);
    devices.writeUInt16LE(usage, index * deviceBytes + 2);
    devices.writeUInt32LE(window ? alsoInBackground : noMore, index * deviceBytes + 4);
    devices.writeBigUInt64LE(window ?? 0n, index * deviceBytes + 8);
  }
  return registerRawInput(devices, 2, deviceBytes);
}

/** The `RAWINPUT` that a `WM_INPUT` is about; nothing when it is gone. */
export function rawInputOf(lParam: number): Buffer | undefined {
  const raw = Buffer.alloc(rawInputBytes);
  const read = getRawInputData(lParam, readInput, raw, [rawInputBytes], headerBytes);
  return read > 0 && read <= rawInputBytes ? raw : undefined;
}
