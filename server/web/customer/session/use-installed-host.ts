import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import type { Ticket } from '../../../../shared/contract/identifiers.ts';
import { InstalledHost, hostPageEvents, installedHostAttribute } from '../../../../shared/contract/native-host.ts';

/** What the extension says of the host on this computer: asked once, and `undefined` where there is no extension. */
export function useInstalledHost(): InstalledHost | undefined {
  const [host, setHost] = useState<InstalledHost>();
  useEffect(() => {
    const observer = new MutationObserver(() => setHost(read()));
    observer.observe(document.documentElement, { attributeFilter: [installedHostAttribute] });
    // What stood there is of an earlier question.
    document.documentElement.removeAttribute(installedHostAttribute);
    document.dispatchEvent(new Event(hostPageEvents.ask));
    return () => observer.disconnect();
  }, []);
  return host;
}

/** Has the extension start the host for a session; what comes of it is told by {@link useInstalledHost}. */
export function startInstalledHost(ticket: Ticket): void {
  document.dispatchEvent(new CustomEvent(hostPageEvents.start, { detail: ticket }));
}

/* Any extension of this browser could write it, so it is read as what comes from outside. */
function read(): InstalledHost | undefined {
  const host = v.safeParse(InstalledHost, document.documentElement.getAttribute(installedHostAttribute));
  return host.success ? host.output : undefined;
}
