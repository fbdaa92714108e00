/** A real chain of certificates, made by openssl for one test: root → intermediate → server. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Chain {
  readonly folder: string;
  /** The root authority, as a pinned file. */
  readonly root: string;
  /** The server's certificate and below it the intermediate authority's. */
  readonly fullChain: string;
  /** The server's certificate alone, as a careless administrator would serve it. */
  readonly leafAlone: string;
  readonly key: string;
  /** Settings of a server that serves with it. */
  readonly settings: { readonly TLS_CERT: string; readonly TLS_KEY: string; readonly TLS_CA: string };
  remove(): void;
}

/** `names` as in a subjectAltName; `expired` makes the server's certificate one of last year. */
export function makeChain({ names = 'DNS:localhost,IP:127.0.0.1', expired = false } = {}): Chain {
  const folder = mkdtempSync(join(tmpdir(), 'rh-chain-'));
  const file = (name: string) => join(folder, name);
  const run = (...words: string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
  const newKey = (name: string) =>
    run('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', file(`${name}.key`));

  for (const name of ['root', 'intermediate', 'leaf']) newKey(name);
  writeFileSync(file('serial'), '1000\n');
  writeFileSync(file('index'), '');
  writeFileSync(file('options'), optionsFor(folder, names));
  const sign = (name: string, by: string, extensions: string, from: string, to: string) => {
    run('req', '-new', '-config', 'options', '-subj', `/CN=Test ${name}`, '-key', `${name}.key`, '-out', `${name}.csr`);
    const issuer = by === name ? ['-selfsign'] : ['-cert', `${by}.crt`];
    const dates = ['-startdate', from, '-enddate', to];
    const words = ['-config', 'options', '-batch', '-notext', '-extensions', extensions, ...dates, ...issuer];
    run('ca', ...words, '-keyfile', `${by}.key`, '-in', `${name}.csr`, '-out', `${name}.crt`);
  };
  sign('root', 'root', 'authority', '20200101000000Z', '20491231000000Z');
  sign('intermediate', 'root', 'authority', '20200101000000Z', '20491231000000Z');
  sign('leaf', 'intermediate', 'server', '20200101000000Z', expired ? '20210101000000Z' : '20491231000000Z');
  writeFileSync(
    file('full.crt'),
    readFileSync(file('leaf.crt'), 'utf8') + readFileSync(file('intermediate.crt'), 'utf8'),
  );
  return {
    folder,
    root: file('root.crt'),
    fullChain: file('full.crt'),
    leafAlone: file('leaf.crt'),
    key: file('leaf.key'),
    settings: { TLS_CERT: file('full.crt'), TLS_KEY: file('leaf.key'), TLS_CA: file('root.crt') },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function optionsFor(folder: string, names: string): string {
  return `
[req]
distinguished_name = nobody
prompt = no
[nobody]
[ca]
default_ca = test
[test]
database = index
new_certs_dir = ${folder}
serial = serial
default_md = sha256
policy = anything
unique_subject = no
[anything]
commonName = supplied
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[server]
basicConstraints = critical, CA:FALSE
extendedKeyUsage = serverAuth
authorityKeyIdentifier = keyid
subjectAltName = ${names}
`;
}
