import { execFile } from 'node:child_process';
import { isIP } from 'node:net';
import { promisify } from 'node:util';
import { CannotStart } from '../cannot-start.ts';

const run = promisify(execFile);

/** Runs openssl to its end. @throws {CannotStart} when there is none; an Error with what it said when it fails */
export async function openssl(words: readonly string[]): Promise<void> {
  try {
    await run('openssl', [...words], { timeout: 30_000 });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') {
      throw new CannotStart(
        'A certificate is made with openssl, and this computer has none. Install it (on Debian: apt-get install openssl), then run the same command again.',
        { cause },
      );
    }
    throw cause;
  }
}

/**
 * Options of an authority that can vouch for these names and no others: customers and representatives are asked to trust
 * it, so it must be worth nothing for their bank.
 */
export function authorityOptions(names: readonly string[]): string {
  const permitted = names.map((name, index) => `permitted;${kindOf(name)}.${index} = ${range(name)}`);
  return options([
    '[made]',
    'basicConstraints = critical, CA:TRUE, pathlen:0',
    'keyUsage = critical, keyCertSign, cRLSign',
    'subjectKeyIdentifier = hash',
    'nameConstraints = critical, @permitted',
    '[permitted]',
    ...permitted,
  ]);
}

/** Options of the server's own certificate. */
export function requestOptions(names: readonly string[]): string {
  return options([
    '[made]',
    'subjectKeyIdentifier = hash',
    '[server]',
    'basicConstraints = critical, CA:FALSE',
    'keyUsage = critical, digitalSignature',
    'extendedKeyUsage = serverAuth',
    'subjectKeyIdentifier = hash',
    'authorityKeyIdentifier = keyid',
    // Critical, because the certificate has no other name than these.
    'subjectAltName = critical, @names',
    '[names]',
    ...names.map((name, index) => `${kindOf(name)}.${index} = ${name}`),
  ]);
}

function options(extensions: readonly string[]): string {
  const request = ['[req]', 'distinguished_name = nobody', 'x509_extensions = made', 'prompt = no', '[nobody]'];
  return `${[...request, ...extensions].join('\n')}\n`;
}

function kindOf(name: string): 'DNS' | 'IP' {
  return isIP(name) === 0 ? 'DNS' : 'IP';
}

/** One address alone is written with a mask of all ones. */
function range(name: string): string {
  if (isIP(name) === 4) return `${name}/255.255.255.255`;
  return isIP(name) === 6 ? `${name}/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff` : name;
}
