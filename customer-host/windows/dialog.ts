import type { DialogButton, DialogLayout } from './dialog-layout.ts';
import { drawDialog } from './dialog-layout.ts';
import type { Point } from './drawing.ts';
import { contains } from './drawing.ts';
import type { Overlay, OverlayDesk, OverlayKey } from './overlay-desk.ts';

/** What a dialog needs to know besides its layout. */
export interface DialogRules {
  readonly name: string;
  readonly layout: DialogLayout;
  /** The button that has the focus at first. */
  readonly focused?: string;
  /** What Escape answers. */
  readonly escape?: string;
  /** What is answered when the desktop goes away. */
  readonly lost: string;
  /** Whether keys go to the dialog while it is open. */
  readonly takesKeyboard: boolean;
  /** How long after each appearing Enter, Space and the consent button stay dead, so that nobody agrees by accident. */
  readonly armedAfterMs: number;
  /** Milliseconds that only grow. */
  readonly now: () => number;
}

/** An open dialog; `close` takes it away without an answer. */
export interface Dialog {
  close(): void;
}

/** Opens a dialog in the middle of the primary screen and calls `answer` once, with the id of the chosen button. */
export function openDialog(desk: OverlayDesk, rules: DialogRules, answer: (id: string) => void): Dialog {
  const { layout } = rules;
  let focused = rules.focused;
  let pressed: DialogButton | undefined;
  let shownAt: number | undefined;
  let isDone = false;

  const overlay: Overlay = desk.open(
    {
      ...middle(desk, layout),
      width: layout.width,
      height: layout.height,
      name: rules.name,
      takesKeyboard: rules.takesKeyboard,
    },
    {
      shown() {
        shownAt = rules.now();
        draw();
      },
      press(at) {
        const button = buttonAt(layout, at);
        pressed = button && (isArmed() || !button.isConsent) ? button : undefined;
        if (!pressed) return;
        focused = pressed.id;
        draw();
      },
      release(at) {
        const button = pressed;
        pressed = undefined;
        if (button && contains(button, at)) finish(button.id);
      },
      key: onKey,
      screensChanged: () => overlay.moveTo(middle(desk, layout)),
      lost: () => finish(rules.lost),
    },
  );
  draw();
  return { close };

  function onKey(key: OverlayKey): void {
    const index = layout.buttons.findIndex((button) => button.id === focused);
    const last = layout.buttons.length - 1;
    if (key === 'escape') {
      if (rules.escape !== undefined) finish(rules.escape);
    } else if (key === 'enter' || key === 'space') {
      if (focused !== undefined && isArmed()) finish(focused);
    } else {
      const next = key === 'tab' ? (index === last ? 0 : index + 1) : key === 'left' ? index - 1 : index + 1;
      focused = layout.buttons[Math.min(Math.max(next, 0), last)]?.id;
      draw();
    }
  }

  function isArmed(): boolean {
    return shownAt !== undefined && rules.now() - shownAt >= rules.armedAfterMs;
  }

  function draw(): void {
    if (!isDone) overlay.draw(drawDialog(layout, focused, desk.measure));
  }

  function finish(id: string): void {
    if (isDone) return;
    close();
    answer(id);
  }

  function close(): void {
    isDone = true;
    overlay.close();
  }
}

function buttonAt(layout: DialogLayout, at: Point): DialogButton | undefined {
  return layout.buttons.find((button) => contains(button, at));
}

function middle(desk: OverlayDesk, size: { readonly width: number; readonly height: number }): Point {
  const screen = desk.screens()[0] ?? { x: 0, y: 0, ...size };
  return {
    x: screen.x + Math.max(0, Math.round((screen.width - size.width) / 2)),
    y: screen.y + Math.max(0, Math.round((screen.height - size.height) / 2)),
  };
}
