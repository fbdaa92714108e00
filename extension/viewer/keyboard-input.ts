import type { InputMessage } from '../../shared/contract/screen-link.ts';
import { viewerKey, type ViewerKeyState } from './viewer-key.ts';

export interface KeyboardSurface {
  /** An empty text field above the picture: without one, no input method composes. */
  readonly field: HTMLTextAreaElement;
  readonly send: (input: InputMessage) => void;
  /** The field lost the focus: whatever is held must be let go. */
  readonly release: () => void;
  readonly onViewerKey: (code: string) => void;
}

/** Sends what the keyboard does while the field has the focus. Ends with `signal`. */
export function watchKeyboard({ field, send, release, onViewerKey }: KeyboardSurface, signal: AbortSignal): void {
  let chord: ViewerKeyState = 'idle';
  let composing = false;
  const held = new Map<string, string>();
  /** The key that was meant for the viewer: held on, and let go, it is not for the customer either. */
  let tapped: string | undefined;

  const letGo = () => {
    for (const [code, key] of held) send({ type: 'key', code, key, down: false });
    held.clear();
    release();
  };
  const on = <K extends keyof HTMLElementEventMap>(type: K, handle: (event: HTMLElementEventMap[K]) => void) =>
    field.addEventListener(type, handle, { signal });

  const stroke = (event: KeyboardEvent, down: boolean) => {
    // An input method is at work; what it composed comes as text.
    if (composing || event.isComposing || event.key === 'Process' || event.key === 'Dead') return;
    event.preventDefault();
    event.stopPropagation();
    const { code, key } = event;
    if (down && !event.repeat) tapped = undefined;
    if (code === tapped) return;
    const seen = viewerKey(chord, { code, down, ctrl: event.ctrlKey, alt: event.altKey, shift: event.shiftKey });
    chord = seen.state;
    if (seen.command !== undefined) {
      tapped = code;
      onViewerKey(seen.command);
    }
    if (seen.keep || code === '' || key === 'Unidentified') return;
    if (down) held.set(code, key);
    else held.delete(code);
    send({ type: 'key', code, key, down });
  };
  on('keydown', (event) => stroke(event, true));
  on('keyup', (event) => stroke(event, false));
  on('compositionstart', () => {
    composing = true;
  });
  on('compositionend', () => {
    composing = false;
    sendText(field, send);
  });
  // Emoji pickers, dictation and dead keys put text into the field without a key that could be sent.
  on('input', () => {
    if (!composing) sendText(field, send);
  });
  on('blur', letGo);
}

function sendText(field: HTMLTextAreaElement, send: (input: InputMessage) => void): void {
  const characters = [...field.value];
  field.value = '';
  for (let at = 0; at < characters.length; at += 1000) {
    send({ type: 'text', text: characters.slice(at, at + 1000).join('') });
  }
}
