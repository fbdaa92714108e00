/** The token of a connection link: it comes in the fragment of the address, and leaves the address at once. */
import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { readLinkFragment } from '../../../../shared/contract/connection-link.ts';
import type { ConnectionLink } from '../../../../shared/contract/connection-link.ts';

const current = signal<ConnectionLink | undefined>(undefined);

/** The link with which the page was opened, while nothing has come of it. */
export const openedLink: ReadonlySignal<ConnectionLink | undefined> = current;

/** Takes the token out of the address bar, where history and onlookers would keep it, also when one is pasted later. */
export function watchFragment(): void {
  const take = () => {
    if (!location.pathname.startsWith('/connect') || location.hash === '') return;
    current.value = readLinkFragment(location.hash) ?? current.value;
    history.replaceState(null, '', location.pathname);
  };
  addEventListener('hashchange', take);
  take();
}

/** A link that was read in another way, as by the camera. */
export function openLink(link: ConnectionLink): void {
  current.value = link;
}

/** The link has done its work, or does not work. */
export function forgetLink(): void {
  current.value = undefined;
}
