/**
 * `npm run tls`: an authority of this server's own and a certificate by it, for organisations that have none. Made with
 * openssl; nothing is sent anywhere.
 */
import { X509Certificate, generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerConfig } from '../config/config.ts';
import { listeningNames } from '../edge/origins.ts';
import { authorityOptions, openssl, requestOptions } from './openssl.ts';
import type { TlsFiles } from './tls-files.ts';
import { trustAdvice } from './trust-advice.ts';

/** As long as browsers take a server's certificate. */
const SERVER_DAYS = 397;
const AUTHORITY_DAYS = 3650;

/**
 * Makes what is missing, renews the server's certificate, and says what to do next, line by line. The authority is kept
 * while it covers every name; it is worth nothing for any other name, whoever gets hold of its key.
 */
export async function makeCertificate(
  config: Pick<ServerConfig, 'dataFolder' | 'host' | 'publicUrl'>,
): Promise<string[]> {
  const folder = join(config.dataFolder, 'tls');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const files: TlsFiles = {
    authority: join(folder, 'authority.crt'),
    authorityKey: join(folder, 'authority.key'),
    certificate: join(folder, 'server.crt'),
    key: join(folder, 'server.key'),
  };
  const names = namesOf(config);
  const work = mkdtempSync(join(tmpdir(), 'remotehelp-tls-'));
  try {
    const isKept = hasAuthority(files) && (await issue(files, names, work));
    if (!isKept) {
      await makeAuthority(files, names, work);
      if (!(await issue(files, names, work))) throw new Error('openssl does not accept what it has just made.');
    }
    return trustAdvice({ files, names, publicUrl: config.publicUrl, isKept, ...validity(files) });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The public name, and always this computer itself; without a public address every name the server is reached under. */
function namesOf({ host, publicUrl }: Pick<ServerConfig, 'host' | 'publicUrl'>): string[] {
  const reached = publicUrl === undefined ? listeningNames(host) : [new URL(publicUrl).hostname];
  const names = [...reached, 'localhost', '127.0.0.1', '[::1]'];
  return [...new Set(names.map((name) => name.replace(/^\[|\]$/g, '')))];
}

function hasAuthority({ authority, authorityKey }: TlsFiles): boolean {
  return existsSync(authority) && existsSync(authorityKey);
}

async function makeAuthority({ authority, authorityKey }: TlsFiles, names: readonly string[], work: string) {
  const options = join(work, 'authority.cnf');
  writeFileSync(options, authorityOptions(names));
  replace(authorityKey, newKey());
  const made = join(work, 'authority.crt');
  const subject = `/CN=RemoteHelp authority of ${names[0] ?? 'localhost'}`;
  const words = ['req', '-x509', '-new', '-sha256', '-days', String(AUTHORITY_DAYS), '-set_serial', serial()];
  await openssl([...words, '-subj', subject, '-config', options, '-key', authorityKey, '-out', made]);
  replace(authority, readFileSync(made, 'utf8'));
}

/** A new key and certificate for the server; false, and nothing changed, when the authority does not cover all names. */
async function issue(files: TlsFiles, names: readonly string[], work: string): Promise<boolean> {
  const [options, key, request, made] = ['server.cnf', 'server.key', 'server.csr', 'server.crt'].map((name) =>
    join(work, name),
  ) as [string, string, string, string];
  const { authority, authorityKey } = files;
  writeFileSync(options, requestOptions(names));
  replace(key, newKey());
  await openssl(['req', '-new', '-sha256', '-subj', '/', '-config', options, '-key', key, '-out', request]);
  const by = ['-CA', authority, '-CAkey', authorityKey, '-set_serial', serial(), '-days', String(SERVER_DAYS)];
  const extensions = ['-extfile', options, '-extensions', 'server'];
  await openssl(['x509', '-req', '-sha256', '-in', request, ...by, ...extensions, '-out', made]);
  const isCovered = await openssl(['verify', '-purpose', 'sslserver', '-CAfile', authority, made]).then(
    () => true,
    // It says why, but all that it can be is a name outside the authority's, or its end.
    () => false,
  );
  if (!isCovered) return false;
  replace(files.key, readFileSync(key, 'utf8'));
  replace(files.certificate, readFileSync(made, 'utf8'));
  return true;
}

function newKey(): string {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
}

/** 127 random bits, as public authorities do it. */
function serial(): string {
  const bytes = randomBytes(16);
  bytes.writeUInt8(bytes.readUInt8(0) & 0x7f, 0);
  return `0x${bytes.toString('hex')}`;
}

/** Whole or not at all, and only for the server's own user from the first byte on. */
function replace(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function validity({ certificate, authority }: TlsFiles) {
  const until = (file: string) => new Date(new X509Certificate(readFileSync(file)).validTo).toISOString().slice(0, 10);
  const { fingerprint256 } = new X509Certificate(readFileSync(authority));
  return { until: until(certificate), fingerprint: fingerprint256 };
}
