/** Windows of this process on Windows: their class, their messages, and the pump that brings these. */
import koffi from 'koffi';
import { loadLibrary, toPointer } from './load-library.ts';
import type { Pointer } from './load-library.ts';
import { PlatformUnavailable } from './platform-unavailable.ts';

const user32 = loadLibrary('user32.dll');

/** What the window answers to a message; nothing: what Windows answers by itself. */
export type MessageHandler = (message: number, wParam: number, lParam: number) => number | undefined;

export interface WindowShape {
  /** `WS_…` and `WS_EX_…` */
  readonly style: number;
  readonly extendedStyle: number;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MessageWindow {
  readonly handle: Pointer;
  /** Takes it away; twice is harmless. */
  close(): void;
}

/** How often messages are fetched, in milliseconds; a person does not see a button answer later. */
const pumpEveryMs = 15;
const className = 'RemoteHelpWindow';
const arrowCursor = 32512;
const messageBytes = 48;
const remove = 1;

const procedure = koffi.proto(
  'intptr_t __stdcall RemoteHelpProcedure(void *window, uint32 message, uintptr_t wParam, intptr_t lParam)',
);
const windowClass = koffi.struct('RemoteHelpWindowClass', {
  cbSize: 'uint32',
  style: 'uint32',
  lpfnWndProc: koffi.pointer(procedure),
  cbClsExtra: 'int',
  cbWndExtra: 'int',
  hInstance: 'void *',
  hIcon: 'void *',
  hCursor: 'void *',
  hbrBackground: 'void *',
  lpszMenuName: 'str16',
  lpszClassName: 'str16',
  hIconSm: 'void *',
});

const registerClass = user32.func('RegisterClassExW', 'uint16', [koffi.pointer(windowClass)]);
const createWindow = user32.func(
  'void *__stdcall CreateWindowExW(uint32 extended, str16 className, str16 title, uint32 style, int x, int y, int width, int height, void *parent, void *menu, void *instance, void *extra)',
);
const destroyWindow = user32.func('bool __stdcall DestroyWindow(void *window)');
const defaultAnswer: (window: Pointer, message: number, wParam: number, lParam: number) => number = user32.func(
  'intptr_t __stdcall DefWindowProcW(void *window, uint32 message, uintptr_t wParam, intptr_t lParam)',
);
const loadCursor: (instance: null, id: number) => Pointer | null = user32.func(
  'void *__stdcall LoadCursorW(void *instance, uintptr_t id)',
);
const peekMessage: (message: Buffer, window: null, first: number, last: number, what: number) => boolean = user32.func(
  'bool __stdcall PeekMessageW(_Out_ void *message, void *window, uint32 first, uint32 last, uint32 what)',
);
const translateMessage: (message: Buffer) => boolean = user32.func('bool __stdcall TranslateMessage(void *message)');
const dispatchMessage: (message: Buffer) => number = user32.func('intptr_t __stdcall DispatchMessageW(void *message)');

const open = new Map<Pointer, MessageHandler>();
const message = Buffer.alloc(messageBytes);
let isRegistered = false;
let pump: ReturnType<typeof setInterval> | undefined;

/**
 * Opens a window, hidden unless its style says otherwise. The handler is called from the event loop, also within calls
 * that send messages.
 * @throws PlatformUnavailable when Windows refuses
 */
export function openMessageWindow(shape: WindowShape, handler: MessageHandler): MessageWindow {
  registerOnce();
  const { extendedStyle, title, style, x, y, width, height } = shape;
  const place = [x, y, width, height] as const;
  const made: unknown = createWindow(extendedStyle, className, title, style, ...place, null, null, null, null);
  const handle = toPointer(made);
  if (!handle) throw new PlatformUnavailable('Windows lets RemoteHelp open no window. Start it from your own desktop.');
  open.set(handle, handler);
  pump ??= setInterval(fetchMessages, pumpEveryMs);
  return {
    handle,
    close() {
      if (!open.delete(handle)) return;
      destroyWindow(handle);
      if (open.size > 0) return;
      clearInterval(pump);
      pump = undefined;
    },
  };
}

function fetchMessages(): void {
  while (peekMessage(message, null, 0, 0, remove)) {
    translateMessage(message);
    dispatchMessage(message);
  }
}

function registerOnce(): void {
  if (isRegistered) return;
  const answer = koffi.register(
    (window: Pointer, code: number, wParam: number, lParam: number) =>
      open.get(window)?.(code, wParam, lParam) ?? defaultAnswer(window, code, wParam, lParam),
    koffi.pointer(procedure),
  );
  const registered: unknown = registerClass({
    cbSize: koffi.sizeof(windowClass),
    style: 0,
    lpfnWndProc: answer,
    cbClsExtra: 0,
    cbWndExtra: 0,
    hInstance: null,
    hIcon: null,
    hCursor: loadCursor(null, arrowCursor),
    hbrBackground: null,
    lpszMenuName: null,
    lpszClassName: className,
    hIconSm: null,
  });
  if (registered === 0) throw new PlatformUnavailable('Windows does not let RemoteHelp open windows.');
  isRegistered = true;
}
