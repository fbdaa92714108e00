import { shellTool } from './shell/open-shell-tool.ts';
import type { Shells } from './shell/shells.ts';
import { openSystemInformation } from './system-information/open-system-information.ts';
import type { Tools } from './tool.ts';

/** The tools that this computer's system has. */
export function openTools(shells: Shells): Tools {
  return { shell: shellTool(shells, () => performance.now()), 'system-information': openSystemInformation };
}
