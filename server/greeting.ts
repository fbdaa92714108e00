import { relative } from 'node:path';
import type { ServerConfig } from './config/config.ts';
import type { ProjectFolders } from './config/project-folders.ts';

/** What a person reads in the terminal when the server has started: where everything is, and what to do first. */
export function greeting(parts: {
  readonly origin: string;
  readonly folders: ProjectFolders;
  readonly config: ServerConfig;
  readonly storeKind: string;
  readonly setUpToken: string | undefined;
}): string {
  const { origin, folders, config, storeKind, setUpToken } = parts;
  const at = (folder: string) => `./${relative(process.cwd(), folder)}`;
  const data = config.mongodbUri === undefined ? `${config.dataFolder} (${storeKind})` : storeKind;
  const rows: [string, string][] = [
    ['Request page', `${origin}/`],
    ['Connection page', `${origin}/connect`],
    ['Web panel', `${origin}/admin`],
    ['System requirements', `${origin}/needs`],
    ['Extension, unpacked', at(folders.extension)],
    ['Data', data],
  ];
  const table = rows.map(([what, where]) => `  ${what.padEnd(20)} ${where}`).join('\n');
  const first =
    setUpToken === undefined
      ? ''
      : `\n  Set it up first, by this link. It works once:\n\n  ${origin}/setup#${setUpToken}\n`;
  return `\nRemoteHelp is running.\n\n${table}\n${first}${isOpenlyReached(config, origin) ? `\n${plainHttp}\n` : ''}`;
}

const plainHttp =
  '  Over plain http anybody on the way can read along, and browsers keep screen sharing, microphone and clipboard from\n' +
  '  pages of another computer. Serve https: npm run tls, or docs/deploy.md.';

/** Beyond this computer and without https. */
function isOpenlyReached({ host }: ServerConfig, origin: string): boolean {
  return origin.startsWith('http:') && !['127.0.0.1', '::1', 'localhost'].includes(host);
}
