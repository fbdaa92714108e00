import { useEffect, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { KeyHint } from './key-hint.tsx';
import './tooltip.css';

const DELAY_MS = 400;
const GAP_PX = 6;

type TooltipProps = {
  text: string;
  keyHint?: string | undefined;
  children: ComponentChildren;
};

/**
 * Shows the name and the key of what it wraps, 400 ms after the pointer came or at once on keyboard focus. Esc hides it.
 * Only repeats what readers already have as the accessible name, hence hidden from them.
 */
export function Tooltip({ text, keyHint, children }: TooltipProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const bubble = useRef<HTMLSpanElement>(null);
  const [isWanted, setWanted] = useState(false);

  useEffect(() => {
    if (!isWanted || anchor.current === null || bubble.current === null) return undefined;
    const hideOnEscape = (event: KeyboardEvent) => event.key === 'Escape' && setWanted(false);
    place(anchor.current, bubble.current);
    document.addEventListener('keydown', hideOnEscape);
    return () => document.removeEventListener('keydown', hideOnEscape);
  }, [isWanted]);

  const pointer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hide = () => {
    clearTimeout(pointer.current);
    setWanted(false);
  };
  useEffect(() => () => clearTimeout(pointer.current), []);

  return (
    <span
      ref={anchor}
      class="rh-tooltip-anchor"
      onPointerEnter={(event) => {
        if (event.pointerType === 'mouse') pointer.current = setTimeout(() => setWanted(true), DELAY_MS);
      }}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocusIn={(event) => event.target instanceof Element && setWanted(event.target.matches(':focus-visible'))}
      onFocusOut={hide}
    >
      {children}
      {isWanted && (
        <span ref={bubble} class="rh-tooltip" popover="manual" aria-hidden="true">
          {text}
          {keyHint !== undefined && <KeyHint keys={keyHint} />}
        </span>
      )}
    </span>
  );
}

/* In the top layer, so that no scrolling box cuts it; below its anchor, or above where there is no room. */
function place(anchor: HTMLElement, bubble: HTMLElement): void {
  if (typeof bubble.showPopover === 'function' && !bubble.matches(':popover-open')) bubble.showPopover();
  const around = anchor.getBoundingClientRect();
  const own = bubble.getBoundingClientRect();
  const below = around.bottom + GAP_PX;
  const top = below + own.height > innerHeight ? around.top - GAP_PX - own.height : below;
  const centred = around.left + around.width / 2 - own.width / 2;
  bubble.style.top = `${top}px`;
  bubble.style.left = `${Math.max(4, Math.min(centred, innerWidth - own.width - 4))}px`;
}
