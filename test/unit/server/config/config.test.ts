import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ConfigError, readConfig, settingsSchema } from '../../../../server/config/config.ts';

describe('the server’s settings', () => {
  it('need nothing to be set', () => {
    const config = readConfig({}, '/srv/help');
    assert.equal(config.host, '127.0.0.1');
    assert.equal(config.port, 8420);
    assert.equal(config.dataFolder, '/srv/help/data');
    assert.equal(config.tls, undefined);
    assert.deepEqual(config.trustedProxies, []);
  });

  it('count an empty one as not set', () => {
    assert.equal(readConfig({ PORT: ' ', MONGODB_URI: '' }, '/').port, 8420);
  });

  it('are told wrong in one list, each with its reason', () => {
    const wrong = {
      PORT: '99999',
      PUBLIC_URL: 'https://help.example/path',
      MONGODB_URI: 'http://localhost',
      TLS_CERT: 'cert.pem',
      TURN_SECRET: 'short',
      TRUSTED_PROXY: '10.0.0.0/8, somewhere',
      LOG_LEVEL: 'loud',
    };
    const problems = problemsOf(wrong);
    for (const name of [
      'PORT',
      'PUBLIC_URL',
      'MONGODB_URI',
      'TLS_KEY',
      'TURN_SECRET',
      'TURN_URL',
      'TRUSTED_PROXY',
      'LOG_LEVEL',
    ]) {
      assert.ok(
        problems.some((problem) => problem.startsWith(`${name} must`)),
        `${name}: ${problems.join('; ')}`,
      );
    }
  });

  it('say for which systems the customers’ program is made, Linux first unless told otherwise', () => {
    const made = (PREPARE_HOST: string) => readConfig({ PREPARE_HOST }, '/').preparedHosts;
    assert.deepEqual(readConfig({}, '/').preparedHosts, ['linux-x64', 'windows-x64']);
    assert.deepEqual([made('yes'), made('no')], [['linux-x64', 'windows-x64'], []]);
    assert.deepEqual(made('windows-x64, macos-arm64'), ['windows-x64', 'macos-arm64']);
    const [problem = ''] = problemsOf({ PREPARE_HOST: 'linux-x64,beos' });
    assert.match(problem, /^PREPARE_HOST must be yes, no, or some of linux-x64, windows-x64/);
  });

  it('name the program that signs relative to where the server was started', () => {
    assert.equal(readConfig({ HOST_SIGNER: 'sign-host' }, '/srv/help').hostSigner, '/srv/help/sign-host');
  });

  it('are all named in .env.example, and nothing else is', () => {
    const example = readFileSync(new URL('../../../../.env.example', import.meta.url), 'utf8');
    const named = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
    assert.deepEqual(new Set(named), new Set(Object.keys(settingsSchema.entries)));
  });

  it('can be what .env.example shows', () => {
    const example = readFileSync(new URL('../../../../.env.example', import.meta.url), 'utf8');
    const shown = Object.fromEntries(
      [...example.matchAll(/^#([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
    );
    assert.doesNotThrow(() => readConfig(shown, '/'));
  });
});

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment, '/');
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}
