import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { certificateProblems } from '../../../server/tls/certificate-problems.ts';
import { makeChain } from '../../support/certificates.ts';
import type { Chain } from '../../support/certificates.ts';

const now = Date.parse('2030-06-01');

describe('A certificate that the settings name', () => {
  let chain: Chain;
  let other: Chain;
  let expired: Chain;

  before(() => {
    chain = makeChain();
    other = makeChain({ names: 'DNS:help.example' });
    expired = makeChain({ expired: true });
  });

  after(() => [chain, other, expired].forEach((each) => each.remove()));

  const problems = (
    of: { cert?: string; key?: string; ca?: string } = {},
    publicUrl?: string,
    { at = now, isBehindProxy = false } = {},
  ) => {
    const tls = { certFile: of.cert ?? chain.fullChain, keyFile: of.key ?? chain.key };
    return certificateProblems({ tls, authorityFile: of.ca ?? chain.root, publicUrl, isBehindProxy }, at);
  };
  const written = (name: string, text: string) => {
    const file = join(chain.folder, name);
    writeFileSync(file, text);
    return file;
  };

  it('is fine as a whole chain, for the address that people use', () => {
    assert.deepEqual(problems({}, 'https://localhost:8420'), []);
    assert.deepEqual(problems({}, 'https://127.0.0.1'), []);
  });

  it('is not looked at where none is named', () => {
    const files = { tls: undefined, authorityFile: undefined, publicUrl: 'http://help.example', isBehindProxy: false };
    assert.deepEqual(certificateProblems(files, now), []);
  });

  it('is missing, or no certificate, or damaged', () => {
    assert.match(problems({ cert: '/nowhere.crt' }).join(), /TLS_CERT cannot be read \(ENOENT\): \/nowhere\.crt/);
    assert.match(problems({ cert: chain.key }).join(), /TLS_CERT holds no certificate in PEM form/);
    const damaged = written('damaged', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
    assert.match(problems({ cert: damaged }).join(), /TLS_CERT holds a damaged certificate/);
  });

  it('has a key that is missing, another’s, or behind a passphrase', () => {
    assert.match(problems({ key: '/nowhere.key' }).join(), /TLS_KEY cannot be read/);
    assert.match(problems({ key: chain.root }).join(), /TLS_KEY holds no private key/);
    assert.match(problems({ key: other.key }).join(), /TLS_KEY does not belong to the first certificate in TLS_CERT/);
    const locked = join(chain.folder, 'locked.key');
    execFileSync('openssl', ['pkcs8', '-topk8', '-in', chain.key, '-out', locked, '-passout', 'pass:secret']);
    assert.match(problems({ key: locked }).join(), /TLS_KEY is protected by a passphrase/);
  });

  it('has expired, or is not valid yet', () => {
    const old = { cert: expired.fullChain, key: expired.key, ca: expired.root };
    assert.match(problems(old).join(), /TLS_CERT has expired \(CN=Test leaf, Jan {1,2}1 .* 2021 GMT\)\. Renew it/);
    assert.match(problems({}, undefined, { at: Date.parse('2019-01-01') }).join(), /TLS_CERT is not valid yet/);
  });

  it('does not lead to the authority named, because a link is missing or it is another', () => {
    assert.match(
      problems({ cert: chain.leafAlone }).join(),
      /does not lead to TLS_CA\. Put the certificates of the inter/,
    );
    assert.match(problems({ ca: other.root }).join(), /TLS_CERT does not lead to TLS_CA/);
    assert.match(problems({ ca: chain.leafAlone }).join(), /TLS_CA holds a certificate that is no authority’s/);
  });

  it('is for another address than people use, except behind a proxy, which has its own', () => {
    assert.match(problems({}, 'https://help.example').join(), /is not for help\.example.* but for DNS:localhost, IP/);
    assert.match(problems({}, 'http://localhost').join(), /PUBLIC_URL must begin with https:\/\//);
    assert.deepEqual(problems({}, 'https://help.example', { isBehindProxy: true }), []);
  });
});
