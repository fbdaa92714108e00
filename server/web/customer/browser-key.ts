import * as v from 'valibot';
import { Token } from '../../../shared/contract/identifiers.ts';

const NAME = 'remotehelp.browser-key';

/** Where this browser keeps the key by which the server knows it again: only here, never in an address. */
export const browserKey = {
  read(): Token | null {
    const stored = v.safeParse(Token, readStored());
    return stored.success ? stored.output : null;
  },
  keep(key: Token): void {
    try {
      localStorage.setItem(NAME, key);
    } catch (error) {
      // A browser that keeps nothing still works; only a reload begins anew.
      console.info('This browser does not keep the key of its place in line:', error);
    }
  },
};

function readStored(): string | null {
  try {
    return localStorage.getItem(NAME);
  } catch {
    // Storage is switched off: as in a browser that comes for the first time.
    return null;
  }
}
