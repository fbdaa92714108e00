/**
 * While a rep controls, every key goes to the customer. Ctrl+Alt+Shift tapped alone takes the next key for the viewer
 * itself. Pure: a state and the key events as they come.
 */
export type ViewerKeyState = 'idle' | 'chord' | 'armed';

export interface KeyStroke {
  readonly code: string;
  readonly down: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

const modifier = /^(?:Control|Alt|Shift)(?:Left|Right)$/;

/** `command` is the code of the key that was meant for the viewer, such as `KeyF`; the stroke is then not sent on. */
export function viewerKey(
  state: ViewerKeyState,
  stroke: KeyStroke,
): { readonly state: ViewerKeyState; readonly command?: string; readonly keep?: boolean } {
  const isModifier = modifier.test(stroke.code);
  if (state === 'armed') {
    if (!stroke.down || isModifier) return { state: 'armed' };
    return { state: 'idle', command: stroke.code, keep: true };
  }
  if (stroke.down && isModifier && stroke.ctrl && stroke.alt && stroke.shift) return { state: 'chord' };
  if (state === 'chord') {
    if (stroke.down && !isModifier) return { state: 'idle' };
    const allUp = !stroke.down && !stroke.ctrl && !stroke.alt && !stroke.shift;
    return { state: allUp ? 'armed' : 'chord' };
  }
  return { state: 'idle' };
}
