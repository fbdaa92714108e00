import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import { ExtensionVersion, installedVersionAttribute } from '../../../../shared/contract/extension-packages.ts';

/** The version that this browser has, `undefined` as long as none shows; it changes when one is installed. */
export function useInstalledVersion(): string | undefined {
  const [version, setVersion] = useState(read);
  useEffect(() => {
    const observer = new MutationObserver(() => setVersion(read()));
    observer.observe(document.documentElement, { attributeFilter: [installedVersionAttribute] });
    setVersion(read());
    return () => observer.disconnect();
  }, []);
  return version;
}

/* Any extension of this browser could write it, so it is read as what comes from outside. */
function read(): string | undefined {
  const version = v.safeParse(ExtensionVersion, document.documentElement.getAttribute(installedVersionAttribute));
  return version.success ? version.output : undefined;
}
