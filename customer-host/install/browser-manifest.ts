/** What a browser reads of a program that an extension may speak to. Pure. */
import type { InstalledRecord } from './installed-record.ts';
import type { Registration } from './registrations.ts';

/** The manifest's text, for Chrome and its relatives or for Firefox. */
export function browserManifest(
  kind: Registration['kind'],
  { name, executable, record }: { name: string; executable: string; record: InstalledRecord },
): string {
  const common = { name, description: `RemoteHelp for ${record.origin}`, path: executable, type: 'stdio' };
  const callers =
    kind === 'firefox'
      ? { allowed_extensions: record.firefox }
      : { allowed_origins: record.chrome.map((id) => `chrome-extension://${id}/`) };
  return `${JSON.stringify({ ...common, ...callers }, null, 2)}\n`;
}
