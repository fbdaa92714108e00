/** The organisation's branding as the pages show it now. One for the whole page, like the address. */
import { signal } from '@preact/signals';
import { plainBranding } from '../../../../shared/contract/branding.ts';
import type { Branding } from '../../../../shared/contract/branding.ts';

export const shownBranding = signal<Branding>(plainBranding);

/** Shows another branding: words and logo at once, the colour by a fresh style sheet where it is another one. */
export function showBranding(next: Branding, page: Document = document): void {
  const before = shownBranding.value;
  shownBranding.value = next;
  // The sheet that came with the page has the colour of that moment, which the first answer brings as well.
  if (before === plainBranding || before.colour === next.colour) return;
  const link = page.querySelector<HTMLLinkElement>('link[data-branding]');
  if (link === null) return;
  // The address must be another one, or the browser would keep what it has. The server looks at its path only.
  link.href = `/branding.css?${(next.colour ?? 'plain').replace('#', '')}`;
}
