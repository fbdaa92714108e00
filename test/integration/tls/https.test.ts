import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:tls';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '../../../shared/contract/errors.ts';
import { namespaces } from '../../../shared/contract/link-door.ts';
import { PROTOCOL_VERSION } from '../../../shared/contract/protocol-version.ts';
import { openSocketLink } from '../../../shared/link/socket-carrier.ts';
import type { LinkState } from '../../../shared/link/socket-carrier.ts';
import { makeChain } from '../../support/certificates.ts';
import type { Chain } from '../../support/certificates.ts';
import { runServerCommand, startServerProcess } from '../../support/server-process.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { startXDisplay, until } from '../customer-host-x11/x-display.ts';
import { windowTree } from '../customer-host-x11/window-tree.ts';

const projectRoot = resolve(import.meta.dirname, '../../..');
const ticket = 'abcdefghijklmnopqrstuvwx27';

describe('RemoteHelp over https', () => {
  let chain: Chain;
  let other: Chain;

  before(() => {
    chain = makeChain();
    other = makeChain();
  });

  after(() => [chain, other].forEach((each) => each.remove()));

  it('serves pages, links, signalling and the host’s screen with every certificate of the chain verified', async function () {
    this.timeout(60_000);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import=tsx', join(import.meta.dirname, 'story-over-https.ts')],
      {
        cwd: projectRoot,
        env: { ...process.env, ...chain.settings, NODE_EXTRA_CA_CERTS: chain.root },
        timeout: 55_000,
      },
    );
    const [office, host, screen] = stdout.trim().split('\n');
    assert.match(office ?? '', /^\{"origin":"https:\/\/localhost:\d+","page":200,"rep":"online"\}$/);
    assert.equal(host, '{"host":"joined"}');
    assert.equal(screen, '{"screen":1280}');
  });

  describe('before a server that cannot prove who it is', () => {
    let server: ServerProcess;

    before(async () => {
      server = await startServerProcess({ settings: chain.settings });
    });

    after(() => server.stop());

    it('refuses the link with a sentence, whether another authority vouches or none that is known', async () => {
      for (const authority of [readFileSync(other.root, 'utf8'), undefined]) {
        assert.equal(await firstFailure(server.origin, authority), new AppError('untrusted-server').message);
      }
    });

    it('refuses it as well when the certificate is for another address', async () => {
      const elsewhere = makeChain({ names: 'DNS:help.example' });
      const wrong = await startServerProcess({ settings: { ...elsewhere.settings } });
      try {
        const authority = readFileSync(elsewhere.root, 'utf8');
        assert.equal(await firstFailure(wrong.origin, authority), new AppError('untrusted-server').message);
      } finally {
        await wrong.stop();
        elsewhere.remove();
      }
    });

    it('lets nothing in the customer’s environment talk the host into it, and tells the customer', async function () {
      this.timeout(40_000);
      const screen = await startXDisplay({ windowManager: true });
      const host = spawn(process.execPath, ['--import', 'tsx', 'customer-host/main.ts'], {
        cwd: projectRoot,
        env: {
          ...process.env,
          DISPLAY: screen.display,
          REMOTEHELP_HOST_SERVER: server.origin,
          REMOTEHELP_HOST_AUTHORITY: other.root,
          REMOTEHELP_HOST_NAME: `RemoteHelp-${ticket}`,
          NODE_TLS_REJECT_UNAUTHORIZED: '0',
          NODE_EXTRA_CA_CERTS: chain.root,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      try {
        let said = '';
        for (const stream of [host.stdout, host.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
        await until('the refusal', () => said.includes('cannot prove that it is your server'), 20_000);
        await until('the notice', async () => (await windowTree(screen)).includes('This is not the right server'));
      } finally {
        const gone = once(host, 'exit');
        host.kill('SIGKILL');
        await gone;
        await screen.stop();
      }
    });
  });

  it('serves a renewed certificate on SIGHUP, and the old one while the new cannot be used', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rh-renew-'));
    const settings = { TLS_CERT: join(folder, 'cert.pem'), TLS_KEY: join(folder, 'key.pem') };
    const install = (from: Chain, key = from.key) => {
      copyFileSync(from.fullChain, settings.TLS_CERT);
      copyFileSync(key, settings.TLS_KEY);
    };
    install(chain);
    const server = await startServerProcess({ settings });
    try {
      assert.equal(await issuerSeen(server.port, chain.root), true);
      install(other, chain.key);
      process.kill(server.pid, 'SIGHUP');
      await server.printed(/cannot be used; the old one is served on.*TLS_KEY does not belong/);
      assert.equal(await issuerSeen(server.port, chain.root), true);
      install(other);
      process.kill(server.pid, 'SIGHUP');
      await server.printed(/The certificate was read anew/);
      assert.equal(await issuerSeen(server.port, other.root), true);
      assert.equal(await issuerSeen(server.port, chain.root), false);
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true });
    }
  });
});

describe('npm run tls', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rh-tls-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const make = (PUBLIC_URL: string) => runServerCommand(['make-certificate'], folder, { PUBLIC_URL });
  const settingsIn = (output: string) =>
    Object.fromEntries([...output.matchAll(/^ +([A-Z_]+)=(\S+)$/gm)].map(([, name = '', value = '']) => [name, value]));

  it('makes an authority and a certificate that a server serves with, and says what to do with them', async () => {
    const { code, output } = await make('http://localhost:8443');
    assert.equal(code, 0, output);
    const { PUBLIC_URL, ...settings } = settingsIn(output);
    assert.equal(PUBLIC_URL, 'https://localhost:8443');
    for (const name of ['authority.key', 'server.key'])
      assert.equal(statSync(join(folder, 'tls', name)).mode & 0o777, 0o600);
    assert.match(output, /Chrome on Linux.*\n.*Firefox.*\n/);
    const server = await startServerProcess({ dataFolder: folder, settings });
    try {
      assert.equal(await issuerSeen(server.port, settings['TLS_CA'] ?? ''), true);
    } finally {
      await server.stop();
    }
  });

  it('keeps the authority when it renews, also after the certificate was lost, and makes another for another name', async () => {
    const first = settingsIn((await make('https://help.example')).output);
    const authority = readFileSync(first['TLS_CA'] ?? '', 'utf8');
    const certificate = readFileSync(first['TLS_CERT'] ?? '', 'utf8');
    rmSync(first['TLS_KEY'] ?? '');
    const again = await runServerCommand(['make-certificate'], folder, { ...first });
    assert.match(again.output, /nothing to do/);
    assert.equal(readFileSync(first['TLS_CA'] ?? '', 'utf8'), authority);
    assert.notEqual(readFileSync(first['TLS_CERT'] ?? '', 'utf8'), certificate);
    assert.match((await make('https://other.example')).output, /The authority is new/);
    assert.notEqual(readFileSync(first['TLS_CA'] ?? '', 'utf8'), authority);
  });

  it('makes an authority that is worth nothing for any other address', async () => {
    const { output } = await make('https://help.example');
    const authority = settingsIn(output)['TLS_CA'] ?? '';
    const { stdout } = await promisify(execFile)('openssl', [
      'x509',
      '-in',
      authority,
      '-noout',
      '-ext',
      'nameConstraints',
    ]);
    assert.match(stdout, /critical\s+Permitted:\s+DNS:help\.example\s+DNS:localhost\s+IP:127\.0\.0\.1\//);
  });

  it('says what is missing where there is no openssl', async () => {
    const { code, output } = await runServerCommand(['make-certificate'], folder, { PATH: folder });
    assert.equal(code, 1);
    assert.match(output, /this computer has none\. Install it/);
    assert.doesNotMatch(output, /^ +at /m);
  });
});

/** What a host's link is told first. */
async function firstFailure(origin: string, authority: string | undefined): Promise<string> {
  const lost = await new Promise<LinkState>((resolve) => {
    const link = openSocketLink({
      origin,
      namespace: namespaces.host,
      authority,
      door: () => ({ protocol: PROTOCOL_VERSION, by: 'ticket', ticket }),
      onEvent: () => undefined,
      onState: (state) => {
        if (state.at === 'closed') return;
        queueMicrotask(() => link.close());
        resolve(state);
      },
    });
  });
  return lost.at === 'lost' ? (lost.error?.message ?? 'no reason') : lost.at;
}

/** Whether the server on this port has a certificate that this authority vouches for. */
async function issuerSeen(port: number, authority: string): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ca: readFileSync(authority) });
  try {
    await once(socket, 'secureConnect');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && /SELF_SIGNED|UNABLE_TO/.test(String(error.code))) return false;
    throw error;
  } finally {
    socket.destroy();
  }
}
