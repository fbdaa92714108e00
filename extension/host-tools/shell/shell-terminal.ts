/** One terminal as it is drawn: xterm.js, and what this program makes of its keys, its pastes and its colours. */
import { FitAddon } from '@xterm/addon-fit';
import { SearchAddon } from '@xterm/addon-search';
import { Terminal } from '@xterm/xterm';
import type { ShellSize } from '../../../shared/contract/host-shell.ts';
import { viewerKey } from '../../viewer/viewer-key.ts';
import type { ViewerKeyState } from '../../viewer/viewer-key.ts';
import { terminalTheme } from './terminal-theme.ts';
import '@xterm/xterm/css/xterm.css';

export interface TerminalPorts {
  /** Somebody types, or the terminal answers a program's question. */
  readonly onTyped: (text: string) => void;
  readonly onSize: (size: ShellSize) => void;
  /** So many bytes have been drawn. */
  readonly onHeard: (bytes: number) => void;
  readonly onPaste: (text: string) => void;
  /** Tapped after Ctrl, Alt and Shift, by its code. */
  readonly onViewerKey: (code: string) => void;
  readonly onFind: () => void;
}

export type ShellTerminal = ReturnType<typeof createShellTerminal>;

const SCROLLBACK_LINES = 5000;
/** Of text on its ground; colours that a program chose are moved until they reach it. */
const LEAST_CONTRAST = 4.5;

export function createShellTerminal(ports: TerminalPorts) {
  const terminal = new Terminal({
    scrollback: SCROLLBACK_LINES,
    minimumContrastRatio: LEAST_CONTRAST,
    allowProposedApi: true,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-code'),
    fontSize: 13,
    // What a program on the customer's computer calls a link opens nothing here.
    linkHandler: { activate: () => undefined },
  });
  const fit = new FitAddon();
  const search = new SearchAddon();
  terminal.loadAddon(fit);
  terminal.loadAddon(search);
  const element = document.createElement('div');
  element.className = 'ext-shell-terminal';
  let isReplaying = false;
  let isOpen = false;

  terminal.onData((text) => {
    // What was asked before the link broke was answered then.
    if (!isReplaying) ports.onTyped(text);
  });
  terminal.onResize(({ cols, rows }) => ports.onSize({ columns: cols, rows }));
  watchKeys(terminal, ports);
  element.addEventListener(
    'paste',
    (event) => {
      event.preventDefault();
      event.stopPropagation();
      ports.onPaste(event.clipboardData?.getData('text/plain') ?? '');
    },
    { capture: true },
  );
  // Every key belongs to the shell: the window's own are tapped after Ctrl, Alt and Shift.
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    element.addEventListener(type, (event) => event.stopPropagation());
  }

  function fill(): void {
    if (!isOpen || element.clientWidth === 0) return;
    fit.fit();
  }

  return {
    element,
    search,
    /** Draws it; its element must be in the page. Any number of times. */
    show(): void {
      if (!isOpen) {
        isOpen = true;
        terminal.options.theme = terminalTheme(element);
        terminal.open(element);
      }
      fill();
    },
    fill,
    focus: () => terminal.focus(),
    name(label: string): void {
      terminal.textarea?.setAttribute('aria-label', label);
    },
    write(bytes: Uint8Array): void {
      terminal.write(bytes, () => ports.onHeard(bytes.length));
    },
    /** What comes now has been shown before. */
    beginReplay(): void {
      isReplaying = true;
      terminal.reset();
    },
    endReplay(): void {
      // After all that was written until now.
      terminal.write('', () => {
        isReplaying = false;
      });
    },
    say: (text: string) => terminal.write(`\r\n\u001b[2m${text}\u001b[0m\r\n`),
    paste: (text: string) => terminal.paste(text),
    selection: () => terminal.getSelection(),
    clear: () => terminal.clear(),
    colour(): void {
      if (isOpen) terminal.options.theme = terminalTheme(element);
    },
    setFontSize(px: number): void {
      terminal.options.fontSize = px;
      fill();
    },
    setReadAloud(on: boolean): void {
      terminal.options.screenReaderMode = on;
    },
    get size(): ShellSize {
      return { columns: terminal.cols, rows: terminal.rows };
    },
    get isApplicationMode(): boolean {
      return terminal.modes.applicationCursorKeysMode;
    },
    dispose(): void {
      terminal.dispose();
      element.remove();
    },
  };
}

/** Few keys are not the shell's: copy, paste and find by Ctrl and Shift, as in other terminals, and the window's own. */
function watchKeys(terminal: Terminal, { onViewerKey, onFind }: TerminalPorts): void {
  let chord: ViewerKeyState = 'idle';
  terminal.attachCustomKeyEventHandler((event) => {
    if (event.type === 'keypress') return chord !== 'armed';
    const down = event.type === 'keydown';
    const { code } = event;
    const seen = viewerKey(chord, { code, down, ctrl: event.ctrlKey, alt: event.altKey, shift: event.shiftKey });
    chord = seen.state;
    if (seen.command !== undefined) {
      event.preventDefault();
      onViewerKey(seen.command);
      return false;
    }
    if (!down || !event.ctrlKey || !event.shiftKey || event.altKey) return true;
    switch (code) {
      case 'KeyC':
        event.preventDefault();
        void navigator.clipboard.writeText(terminal.getSelection());
        return false;
      case 'KeyV':
        // The browser's own paste follows.
        return false;
      case 'KeyF':
        event.preventDefault();
        onFind();
        return false;
      default:
        return true;
    }
  });
}
