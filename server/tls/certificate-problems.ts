/** Whether https can be served with what the settings name, found out before anybody meets it in a browser. */
import { createPrivateKey } from 'node:crypto';
import type { KeyObject, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import type { NamedFiles } from '../config/config.ts';
import { certificatesIn, leadsTo } from './certificate-chain.ts';

/** One sentence for each thing that is wrong with certificate, key and authority; none when there are none to look at. */
export function certificateProblems(files: NamedFiles, now: number): string[] {
  const { tls, authorityFile } = files;
  const problems: string[] = [];
  const chain = tls && collect(problems, () => readCertificates('TLS_CERT', tls.certFile));
  const key = tls && collect(problems, () => readKey(tls.keyFile));
  const authorities =
    authorityFile === undefined ? undefined : collect(problems, () => readCertificates('TLS_CA', authorityFile));

  problems.push(...(chain ?? []).flatMap((certificate) => timeProblems('TLS_CERT', certificate, now)));
  problems.push(...(authorities ?? []).flatMap((certificate) => timeProblems('TLS_CA', certificate, now)));
  const [own] = chain ?? [];
  if (own !== undefined && key !== undefined && !own.checkPrivateKey(key)) {
    problems.push(
      'TLS_KEY does not belong to the first certificate in TLS_CERT. Name the key that it was made with; the server’s own certificate comes first, those of intermediate authorities after it.',
    );
  }
  if (authorities?.some((certificate) => !certificate.ca)) {
    problems.push('TLS_CA holds a certificate that is no authority’s. Name the file of the root authority.');
  }
  if (chain !== undefined && authorities !== undefined && !files.isBehindProxy && !leadsTo(chain, authorities)) {
    problems.push(
      'TLS_CERT does not lead to TLS_CA. Put the certificates of the intermediate authorities into the file of TLS_CERT, below the server’s own, or name the authority that issued them.',
    );
  }
  if (own !== undefined) problems.push(...addressProblems(own, files));
  return problems;
}

/** `undefined` when it cannot be had; then the reason is among the problems. */
function collect<T>(problems: string[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
    return undefined;
  }
}

function readCertificates(setting: string, file: string): X509Certificate[] {
  const text = readPem(setting, file);
  try {
    const found = certificatesIn(text);
    if (found.length > 0) return found;
  } catch (cause) {
    throw new Error(`${setting} holds a damaged certificate: ${file}. Fetch or make it anew.`, { cause });
  }
  throw new Error(`${setting} holds no certificate in PEM form (BEGIN CERTIFICATE): ${file}. Name the right file.`);
}

function readKey(file: string): KeyObject {
  const text = readPem('TLS_KEY', file);
  try {
    return createPrivateKey(text);
  } catch (cause) {
    const isLocked = cause instanceof Error && /passphrase|interrupted or cancelled/i.test(cause.message);
    throw new Error(
      isLocked
        ? `TLS_KEY is protected by a passphrase: ${file}. Nobody is there to type it; store the key without one, readable for the server's user only.`
        : `TLS_KEY holds no private key in PEM form: ${file}. Name the right file.`,
      { cause },
    );
  }
}

function readPem(setting: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw new Error(`${setting} cannot be read (${code}): ${file}. Name a file that the server's user may read.`, {
      cause,
    });
  }
}

function timeProblems(setting: string, { validFrom, validTo, subject }: X509Certificate, now: number): string[] {
  // Node gives nothing at all, whatever its types say, when only the alternative names are set.
  const whose = (subject || 'no name').replaceAll('\n', ', ');
  if (Date.parse(validTo) <= now) return [`${setting} has expired (${whose}, ${validTo}). Renew it.`];
  if (Date.parse(validFrom) > now) {
    return [`${setting} is not valid yet (${whose}, from ${validFrom}). Set this computer's clock, or wait.`];
  }
  return [];
}

/** Behind a proxy the public address is the proxy's, whose certificate is not here. */
function addressProblems(own: X509Certificate, { publicUrl, isBehindProxy }: NamedFiles): string[] {
  if (publicUrl === undefined || isBehindProxy) return [];
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol !== 'https:') return ['PUBLIC_URL must begin with https:// because TLS_CERT is set.'];
  const bare = hostname.replace(/^\[|\]$/g, '');
  const isNamed = isIP(bare) === 0 ? own.checkHost(bare) : own.checkIP(bare);
  if (isNamed !== undefined) return [];
  const names = own.subjectAltName ?? 'no address at all';
  return [`TLS_CERT is not for ${bare}, which PUBLIC_URL names, but for ${names}. Change one of them.`];
}
