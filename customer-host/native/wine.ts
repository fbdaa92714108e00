import { loadLibrary } from './load-library.ts';

/** Whether what looks like Windows is Wine, which says so by a function of its own. */
export const isWine = hasFunction('ntdll.dll', 'char *wine_get_version()');

function hasFunction(library: string, declaration: string): boolean {
  try {
    loadLibrary(library).func(declaration);
    return true;
  } catch {
    // Windows itself has no such function.
    return false;
  }
}
