import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where browsers of this user put downloads: `Downloads`, and what the desktop has named instead of it. */
export function downloadFolders(home: string): string[] {
  const named = /^XDG_DOWNLOAD_DIR="(\$HOME)?([^"]*)"$/m.exec(settings(home));
  const own = named ? [named[1] === undefined ? (named[2] ?? '') : join(home, named[2] ?? '')] : [];
  return [...new Set([join(home, 'Downloads'), ...own])].filter((folder) => folder.startsWith('/') && folder !== home);
}

function settings(home: string): string {
  try {
    return readFileSync(join(home, '.config', 'user-dirs.dirs'), 'utf8');
  } catch {
    // A desktop without named folders.
    return '';
  }
}
