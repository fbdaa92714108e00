import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A browser that can show both sides, or why there is none. */
export type FoundBrowser =
  { readonly isUsable: true; readonly executable: string } | { readonly isUsable: false; readonly why: string };

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const macApplications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const windowsPrograms = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** Looks in the places where each system has its browsers. */
export function findBrowser(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): FoundBrowser {
  const hasDisplay =
    platform !== 'linux' || environment['DISPLAY'] !== undefined || environment['WAYLAND_DISPLAY'] !== undefined;
  if (!hasDisplay) return { isUsable: false, why: 'there is no display here' };
  const executable = places(environment, platform).find(isExecutable);
  return executable === undefined
    ? { isUsable: false, why: 'no Chromium, Chrome or Edge was found' }
    : { isUsable: true, executable };
}

function places(environment: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform): string[] {
  switch (platform) {
    case 'darwin':
      return macApplications;
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((root) =>
        windowsPrograms.map((program) => join(environment[root] ?? 'C:\\', program)),
      );
    default: {
      const folders = (environment['PATH'] ?? '').split(delimiter);
      return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
    }
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // Not here: the next place is looked at.
    return false;
  }
}
