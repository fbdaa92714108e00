/** The contracts over HTTP, as the server's own pages and the extension call them. */
import { adminContract } from '../../shared/contract/admin-contract.ts';
import type { AdminContract } from '../../shared/contract/admin-contract.ts';
import { createClient } from '../../shared/contract/contract.ts';
import type { Client } from '../../shared/contract/contract.ts';
import { entryContract } from '../../shared/contract/entry-contract.ts';
import type { EntryContract } from '../../shared/contract/entry-contract.ts';
import { EXTENSION_ORIGIN } from '../../shared/contract/extension-id.ts';

interface HasOrigin {
  readonly origin: string;
}

/** A browser's memory of one server: at most the one cookie that the web panel gives. */
export interface Browser {
  /** `name=value`, or `undefined`. */
  cookie: string | undefined;
}

/** Sends JSON as a page of the server would; `headers` replace what a browser would say. Keeps the cookie that comes. */
export async function post(
  server: HasOrigin,
  path: string,
  body: unknown,
  { browser, headers = {} }: { browser?: Browser; headers?: Readonly<Record<string, string>> } = {},
): Promise<Response> {
  const response = await fetch(new URL(path, server.origin), {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'Content-Type': 'application/json',
      Origin: server.origin,
      'Sec-Fetch-Site': 'same-origin',
      ...(browser?.cookie === undefined ? {} : { Cookie: browser.cookie }),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const [given] = response.headers.getSetCookie();
  if (browser !== undefined && given !== undefined) browser.cookie = given.split(';', 1)[0];
  return response;
}

/** What can be asked before signing in, from a page of the server. */
export function entryClient(server: HasOrigin, browser?: Browser): Client<EntryContract> {
  return createClient(entryContract, {
    call: async ({ operation, params }) =>
      (await post(server, `/api/${operation}`, params, browser === undefined ? {} : { browser })).json(),
  });
}

/** The same from the extension. */
export function extensionClient(server: HasOrigin): Client<EntryContract> {
  const headers = { Origin: EXTENSION_ORIGIN, 'Sec-Fetch-Site': 'cross-site' };
  return createClient(entryContract, {
    call: async ({ operation, params }) => (await post(server, `/api/${operation}`, params, { headers })).json(),
  });
}

/** The web panel of a browser that has signed in. */
export function adminClient(server: HasOrigin, browser: Browser): Client<AdminContract> {
  return createClient(adminContract, {
    call: async ({ operation, params }) => (await post(server, `/api/admin/${operation}`, params, { browser })).json(),
  });
}
