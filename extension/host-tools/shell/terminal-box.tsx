import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { shellTexts as words } from '../../texts/host-shell-en.ts';
import type { OpenShell } from './shell-model.ts';

/** A finger that goes so far sideways, and at least twice as far as up or down, means the next one, in px. */
const SWIPE_PX = 70;

/** The current command line. A finger that goes sideways brings the next one. */
export function TerminalBox({ shell, onStep }: { shell: OpenShell; onStep: (by: 1 | -1) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const { terminal, name } = shell;
  useLayoutEffect(() => {
    const place = box.current;
    if (place === null) return undefined;
    place.append(terminal.element);
    terminal.show();
    terminal.focus();
    const sizes = new ResizeObserver(() => terminal.fill());
    sizes.observe(place);
    const unwatch = watchSwipes(place, onStep);
    return () => {
      sizes.disconnect();
      unwatch();
      terminal.element.remove();
    };
  }, []);
  useEffect(() => terminal.name(words.terminal(safeName(name))), [name]);
  return <div ref={box} class="ext-shell-box" role="tabpanel" aria-label={safeName(name)} />;
}

function watchSwipes(place: HTMLElement, onStep: (by: 1 | -1) => void): () => void {
  let from: { readonly x: number; readonly y: number } | undefined;
  const watching = new AbortController();
  const { signal } = watching;
  place.addEventListener(
    'touchstart',
    ({ touches }) => {
      const [finger, another] = touches;
      from = finger === undefined || another !== undefined ? undefined : { x: finger.clientX, y: finger.clientY };
    },
    { signal, passive: true },
  );
  place.addEventListener(
    'touchend',
    ({ changedTouches: [finger] }) => {
      if (from === undefined || finger === undefined) return;
      const [aside, along] = [finger.clientX - from.x, finger.clientY - from.y];
      from = undefined;
      if (Math.abs(aside) >= SWIPE_PX && Math.abs(aside) > 2 * Math.abs(along)) onStep(aside < 0 ? 1 : -1);
    },
    { signal, passive: true },
  );
  return () => watching.abort();
}
