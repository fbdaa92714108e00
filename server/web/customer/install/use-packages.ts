import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import { ExtensionPackages, extensionPaths } from '../../../../shared/contract/extension-packages.ts';

/** What the server has, once it has said so. */
export type Offered =
  { readonly at: 'opening' | 'failed' | 'not-built' } | { readonly at: 'ready'; readonly packages: ExtensionPackages };

/** Asks the server once. */
export function usePackages(): Offered {
  const [offered, setOffered] = useState<Offered>({ at: 'opening' });
  useEffect(() => {
    const leaving = new AbortController();
    void ask(leaving.signal).then((answer) => {
      if (!leaving.signal.aborted) setOffered(answer);
    });
    return () => leaving.abort();
  }, []);
  return offered;
}

async function ask(signal: AbortSignal): Promise<Offered> {
  try {
    const response = await fetch(extensionPaths.about, { signal });
    if (response.status === 404) return { at: 'not-built' };
    return { at: 'ready', packages: v.parse(ExtensionPackages, await response.json()) };
  } catch {
    // No network, or something between that answers with a page of its own: the page says that it can be tried again.
    return { at: 'failed' };
  }
}
