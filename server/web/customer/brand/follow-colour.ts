import { plainBranding } from '../../../../shared/contract/branding.ts';
import { shownBranding } from './shown-branding.ts';

/** Gives the page a fresh style sheet whenever the organisation's colour is another one. Words and logo follow by themselves. */
export function followColour(page: Document): void {
  let before = shownBranding.value;
  shownBranding.subscribe((next) => {
    // The sheet that came with the page has the colour of that moment, which the first answer brings as well.
    const isKnown = before === plainBranding || before.colour === next.colour;
    before = next;
    const link = isKnown ? null : page.querySelector<HTMLLinkElement>('link[data-branding]');
    // The address must be another one, or the browser would keep what it has. The server looks at its path only.
    if (link !== null) link.href = `/branding.css?${(next.colour ?? 'plain').replace('#', '')}`;
  });
}
