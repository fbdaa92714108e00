import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the project lies, told by this file: the same from the sources and from the built server. Absolute paths. */
export interface ProjectFolders {
  readonly root: string;
  /** Built web pages: `customer` and `admin`. */
  readonly web: string;
  /** The extension as Chrome loads it unpacked. */
  readonly extension: string;
  /** The same for Firefox. */
  readonly firefoxExtension: string;
}

export function findProjectFolders(): ProjectFolders {
  let root = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(root, 'package.json'))) {
    const above = dirname(root);
    if (above === root) throw new Error('The server does not lie in its project: no package.json above it.');
    root = above;
  }
  return {
    root,
    web: join(root, 'dist/web'),
    extension: join(root, 'dist/extension/chrome-mv3'),
    firefoxExtension: join(root, 'dist/extension/firefox-mv2'),
  };
}
