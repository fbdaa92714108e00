import { effect } from '@preact/signals';
import type { DeskView } from './desk-view.ts';

/** Draws the page light or dark as the rep has set it, for as long as the page lives. */
export function keepTheme({ settings }: Pick<DeskView, 'settings'>): void {
  effect(() => {
    const { theme } = settings.value;
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
  });
}
