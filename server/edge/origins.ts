/** Whose page it is that speaks to the server, told by the `Origin` header, which pages cannot forge. */
import { hostname, networkInterfaces } from 'node:os';
import { EXTENSION_ORIGIN } from '../../shared/contract/extension-id.ts';
import type { ServerConfig } from '../config/config.ts';

/** `none`: no Origin header at all, as programs send that are no browsers. */
export type Caller = 'own-page' | 'extension' | 'foreign' | 'none';

export interface Origins {
  /** The address that people use, such as `https://help.example`. */
  readonly publicOrigin: string;
  /** Whether browsers reach the server by https. */
  readonly isSecure: boolean;
  callerOf(origin: string | undefined): Caller;
}

/** Firefox makes another origin for each installation: the form is all that can be known before a token is shown. */
const firefoxExtension = /^moz-extension:\/\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The server's own origins: the public address, and the names under which the listening socket is reached. The Host
 * header does not count: a page of a name that somebody points at this machine would send its own. `ownExtensions`: ids
 * under which Chrome knows the extension besides the one that the build gives it.
 */
export function createOrigins(
  config: Pick<ServerConfig, 'host' | 'publicUrl' | 'tls'>,
  port: number,
  ownExtensions: () => readonly (string | undefined)[] = () => [],
): Origins {
  const scheme = config.tls === undefined ? 'http' : 'https';
  const names = listeningNames(config.host);
  const listening = names.map((name) => new URL(`${scheme}://${name}:${port}`).origin);
  const publicOrigin = config.publicUrl ?? listening[0] ?? `${scheme}://localhost:${port}`;
  const own = new Set([publicOrigin, ...listening]);
  return {
    publicOrigin,
    isSecure: publicOrigin.startsWith('https:'),
    callerOf(origin) {
      if (origin === undefined) return 'none';
      if (own.has(origin)) return 'own-page';
      if (origin === EXTENSION_ORIGIN || firefoxExtension.test(origin)) return 'extension';
      const isOwn = ownExtensions().some((id) => id !== undefined && origin === `chrome-extension://${id}`);
      return isOwn ? 'extension' : 'foreign';
    },
  };
}

const loopback = ['localhost', '127.0.0.1', '[::1]'] as const;

/** Under which names a socket at this address is reached, as in URLs. The first one is printed. Browsers treat `localhost` as safe even without TLS, so it comes before bare addresses. */
export function listeningNames(host: string): string[] {
  if (['127.0.0.1', '::1', 'localhost'].includes(host)) return [...loopback];
  if (!['0.0.0.0', '::'].includes(host)) return [inUrl(host)];
  const addresses = Object.values(networkInterfaces())
    .flatMap((interfaces) => interfaces ?? [])
    .map(({ address }) => inUrl(address.replace(/%.*$/, '')));
  return [...new Set([...loopback, ...addresses, hostname().toLowerCase()])];
}

function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
