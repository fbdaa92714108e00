import { readFileSync } from 'node:fs';
import { getAsset, isSea } from 'node:sea';
import * as v from 'valibot';

/** The variable that names the server while the host runs from its sources. The packaged host never reads it. */
export const DEVELOPMENT_SERVER = 'REMOTEHELP_HOST_SERVER';

/** The same for the PEM file of the authority that alone is trusted. */
const DEVELOPMENT_AUTHORITY = 'REMOTEHELP_HOST_AUTHORITY';

const Origin = v.pipe(
  v.string(),
  v.maxLength(300),
  v.check((text) => URL.canParse(text) && new URL(text).origin === text, 'not an origin such as https://help.example'),
  v.check((text) => /^https?:\/\//.test(text), 'neither http nor https'),
);

const Authority = v.pipe(v.string(), v.maxLength(100_000), v.includes('-----BEGIN CERTIFICATE-----'));

const ServerAddress = v.object({
  origin: Origin,
  organisation: v.optional(v.pipe(v.string(), v.maxLength(200))),
  /** Certificates (PEM) of the only authorities that may vouch for the server; the well-known ones unless given. */
  authority: v.optional(Authority),
});

/** The server that this host belongs to. */
export type ServerAddress = v.InferOutput<typeof ServerAddress>;

/**
 * The server's address. In a downloaded host it is fixed inside the file, so that no name, argument or variable can point
 * a genuine host at a stranger's server. Throws when there is none, or when it makes no sense.
 */
export function serverAddress(environment: Readonly<Record<string, string | undefined>>): ServerAddress {
  if (isSea()) return v.parse(ServerAddress, JSON.parse(getAsset('server.json', 'utf8')));
  const origin = environment[DEVELOPMENT_SERVER];
  if (origin === undefined)
    throw new Error(`Set ${DEVELOPMENT_SERVER} to the server's origin to run from the sources.`);
  const authorityFile = environment[DEVELOPMENT_AUTHORITY];
  const pinned = authorityFile === undefined ? {} : { authority: readFileSync(authorityFile, 'utf8') };
  return v.parse(ServerAddress, { origin, ...pinned });
}

/** Whether this is the single executable that customers download. */
export function isPackaged(): boolean {
  return isSea();
}
