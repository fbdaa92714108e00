/** What is started for a launch on each system. Pure. */
import type { Launch } from '../../shared/contract/launch.ts';

export interface LaunchCommand {
  readonly command: string;
  readonly words: readonly string[];
}

/** `platform` as Node names it. A folder is opened by what the system shows folders with. */
export function launchCommand(launch: Launch, platform: NodeJS.Platform): LaunchCommand {
  if (launch.what === 'program') return { command: launch.path, words: wordsOf(launch.arguments) };
  return { command: folderOpeners[platform] ?? 'xdg-open', words: [launch.path] };
}

const folderOpeners: Partial<Record<NodeJS.Platform, string>> = { win32: 'explorer.exe', darwin: 'open' };

/** Words at blanks, except within double quotes; a quote that is never closed reaches to the end. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/(?:[^\s"]+|"[^"]*"?)+/g)].map(([word]) => word.replaceAll('"', ''));
}
