/** A page that is open while the server gets another version: it can say nothing more until it is loaded anew. */
import { effect, untracked } from '@preact/signals';
import { PROTOCOL_VERSION } from '../../../shared/contract/protocol-version.ts';
import type { CustomerModel } from './customer-model-parts.ts';

export interface LoadAnewPorts {
  readonly reload: () => void;
  /** Whether something stands in a field that a fresh page would not have. */
  readonly hasTyped: () => boolean;
  /** Kept over reloads, for this tab. */
  readonly kept: Pick<Storage, 'getItem' | 'setItem'>;
}

const NAME = 'remotehelp.loaded-anew-from';

/**
 * Loads the page anew by itself for whoever is waited for, in line or in a session, and has nothing to lose by it: once
 * for each version, so that a page that comes back as it was (out of a cache) is left to the customer.
 */
export function loadAnewByItself(
  { link, state, unsent }: Pick<CustomerModel, 'link' | 'state' | 'unsent'>,
  { reload, hasTyped, kept }: LoadAnewPorts,
): () => void {
  return effect(() => {
    if (link.value.at !== 'refused' || link.value.error.code !== 'protocol-mismatch') return;
    const isWaitedFor = untracked(() => state.value.at === 'waiting' || state.value.at === 'session');
    const hasUnsent = untracked(() => unsent.value.length > 0);
    if (isWaitedFor && !hasUnsent && !hasTyped() && isFirstTime(kept)) reload();
  });
}

/** What stands in the fields of the page as they are now. */
export function hasTypedText(page: Document): boolean {
  const fields = page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    'textarea, input:not([type=radio], [type=checkbox], [type=hidden])',
  );
  return [...fields].some(({ value }) => value.trim() !== '');
}

function isFirstTime(kept: LoadAnewPorts['kept']): boolean {
  try {
    if (kept.getItem(NAME) === String(PROTOCOL_VERSION)) return false;
    kept.setItem(NAME, String(PROTOCOL_VERSION));
    return true;
  } catch {
    // Without storage nobody can tell a second time from the first: the customer is asked.
    return false;
  }
}
