import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';

/** Whether the browser shows nothing of this page at the moment: another tab, or a window put away. */
export function pageHidden(): ReadonlySignal<boolean> {
  const isHidden = signal(document.visibilityState === 'hidden');
  document.addEventListener('visibilitychange', () => {
    isHidden.value = document.visibilityState === 'hidden';
  });
  return isHidden;
}
