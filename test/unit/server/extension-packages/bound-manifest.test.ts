import assert from 'node:assert/strict';
import { boundManifest, readManifest } from '../../../../server/extension-packages/bound-manifest.ts';
import type { PackageKind } from '../../../../server/extension-packages/bound-manifest.ts';

const built = {
  manifest_version: 3,
  name: 'RemoteHelp',
  version: '1.2.3',
  key: 'MIIB',
  permissions: ['storage'],
  host_permissions: ['http://localhost/*', 'http://127.0.0.1/*'],
  content_scripts: [{ matches: ['http://localhost/*', 'http://127.0.0.1/*'], js: ['page.js'] }],
  browser_specific_settings: { gecko: { id: 'one@example', strict_min_version: '140.0' } },
};
const forFirefox = { ...built, manifest_version: 2, permissions: ['storage', 'http://localhost/*'] };

const bound = (kind: PackageKind, origin: string) =>
  boundManifest(readManifest(JSON.stringify(kind === 'firefox' ? forFirefox : built)), kind, origin, 'own@example');

describe('the manifest of an extension that a server hands out', () => {
  it('lets it reach that server alone, and run its script on that server’s pages alone', () => {
    for (const kind of ['store', 'signed'] as const) {
      const manifest = bound(kind, 'https://help.example:8443');
      assert.deepEqual(Reflect.get(manifest, 'host_permissions'), ['https://help.example/*'], kind);
      assert.deepEqual(Reflect.get(manifest, 'content_scripts'), [
        { matches: ['https://help.example/*'], js: ['page.js'] },
      ]);
      assert.equal(Reflect.get(manifest, 'homepage_url'), 'https://help.example:8443/');
    }
    const firefox = bound('firefox', 'https://help.example');
    assert.deepEqual(Reflect.get(firefox, 'permissions'), ['storage', 'https://help.example/*']);
  });

  it('leaves out for the store what stores refuse, and names where a signed one looks for updates', () => {
    const store = bound('store', 'https://help.example');
    assert.ok(!('key' in store) && !('update_url' in store) && !('browser_specific_settings' in store));
    const signed = bound('signed', 'https://help.example');
    assert.equal(Reflect.get(signed, 'update_url'), 'https://help.example/extension/updates.xml');
    assert.ok(!('key' in signed));
    assert.equal(Reflect.get(signed, 'name'), 'RemoteHelp', 'the rest is as it was built');
  });

  it('gives Firefox an id of this server, and updates only by https, as Firefox wants it', () => {
    const gecko = (origin: string) =>
      Reflect.get(Reflect.get(bound('firefox', origin), 'browser_specific_settings'), 'gecko');
    assert.deepEqual(gecko('https://help.example'), {
      id: 'own@example',
      strict_min_version: '140.0',
      update_url: 'https://help.example/extension/firefox-updates.json',
    });
    assert.deepEqual(gecko('http://localhost:8420'), { id: 'own@example', strict_min_version: '140.0' });
  });

  it('is refused when it is none', () => {
    assert.throws(() => readManifest('{}'));
    assert.throws(() => readManifest(JSON.stringify({ ...built, version: '1.2-beta' })));
  });
});
