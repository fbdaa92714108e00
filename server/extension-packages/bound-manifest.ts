/** What the manifest of the extension says where a server hands it out. Pure. */
import * as v from 'valibot';
import { ExtensionVersion, extensionPaths } from '../../shared/contract/extension-packages.ts';

/** Of a built manifest, only what is changed; the rest is passed on as it is. */
const Script = v.looseObject({ matches: v.array(v.string()) });
const BuiltManifest = v.looseObject({
  manifest_version: v.picklist([2, 3]),
  version: ExtensionVersion,
  permissions: v.array(v.string()),
  host_permissions: v.optional(v.array(v.string())),
  content_scripts: v.array(Script),
  browser_specific_settings: v.object({ gecko: v.looseObject({ id: v.string() }) }),
});
export type BuiltManifest = v.InferOutput<typeof BuiltManifest>;

/** Reads a manifest as the build writes it. Throws when it is none. */
export function readManifest(text: string): BuiltManifest {
  return v.parse(BuiltManifest, JSON.parse(text));
}

/** For whom it is: the store gives an id of its own, Chrome's policy looks for updates here, Firefox has its own ids. */
export type PackageKind = 'store' | 'signed' | 'firefox';

/**
 * The same extension for this server alone: it reaches no other without being allowed to, speaks to no other's pages, and
 * knows its address. `firefoxId` is this organisation's own, because Mozilla gives one id to one owner only.
 */
export function boundManifest(manifest: BuiltManifest, kind: PackageKind, origin: string, firefoxId: string): object {
  const own = pattern(origin);
  const bound = {
    ...manifest,
    homepage_url: `${origin}/`,
    content_scripts: manifest.content_scripts.map((script) => ({ ...script, matches: [own] })),
  };
  if (kind === 'firefox') {
    const { gecko } = manifest.browser_specific_settings;
    const updates = origin.startsWith('https:') ? { update_url: origin + extensionPaths.firefoxUpdates } : {};
    return {
      ...bound,
      permissions: [...manifest.permissions.filter((permission) => !permission.includes('://')), own],
      browser_specific_settings: { gecko: { ...gecko, id: firefoxId, ...updates } },
    };
  }
  // Stores refuse a key, and a signed file brings its own. Chrome knows nothing of what Firefox wants.
  const { key: _, browser_specific_settings: __, ...chrome } = { key: undefined, ...bound };
  return {
    ...chrome,
    host_permissions: [own],
    ...(kind === 'signed' ? { update_url: origin + extensionPaths.updates } : {}),
  };
}

/** Browsers' patterns know no ports: this one covers every port of the host. */
function pattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
