import * as v from 'valibot';
import { Token } from '../../../shared/contract/identifiers.ts';

const NAME = 'remotehelp.browser-key';

/** By this key the server knows this browser again. It is kept here only, never in an address. */
export interface BrowserKey {
  read(): Token | null;
  keep(key: Token): void;
}

/** Kept in the browser's storage, and for this page in memory: a link that comes back is the same browser anyway. */
export function createBrowserKey(): BrowserKey {
  let ofThisPage: Token | null = null;
  return {
    read: () => (ofThisPage ??= readStored()),
    keep(key) {
      ofThisPage = key;
      try {
        localStorage.setItem(NAME, key);
      } catch (error) {
        // A browser that stores nothing still works; only a reload begins anew.
        console.info('This browser does not keep the key of its place in line:', error);
      }
    },
  };
}

function readStored(): Token | null {
  try {
    const stored = v.safeParse(Token, localStorage.getItem(NAME));
    return stored.success ? stored.output : null;
  } catch {
    // Storage is switched off: as in a browser that comes for the first time.
    return null;
  }
}
