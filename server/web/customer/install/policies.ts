/** What administrators write into the policies of browsers that they manage. Pure. */
import { extensionPaths } from '../../../../shared/contract/extension-packages.ts';

/** One entry of Chrome's ExtensionInstallForcelist. */
export function forcelistLine(id: string, origin: string): string {
  return `${id};${origin}${extensionPaths.updates}`;
}

/** A whole file of policies, for Chrome and its relatives on Linux. */
export function chromePolicy(id: string, origin: string): string {
  return JSON.stringify({ ExtensionInstallForcelist: [forcelistLine(id, origin)] }, null, 2);
}

/** A whole policies.json, for editions of Firefox that may do without a signature. */
export function firefoxPolicy(id: string, origin: string): string {
  const policies = {
    Preferences: { 'xpinstall.signatures.required': { Value: false, Status: 'locked' } },
    ExtensionSettings: {
      [id]: { installation_mode: 'force_installed', install_url: origin + extensionPaths.firefoxFile },
    },
  };
  return JSON.stringify({ policies }, null, 2);
}
