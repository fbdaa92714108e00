import { openFiles } from './files/open-files.ts';
import { openSystemInformation } from './system-information/open-system-information.ts';
import type { Tools } from './tool.ts';

/** The tools that this computer's system has. */
export function openTools(): Tools {
  return { files: openFiles(), 'system-information': openSystemInformation };
}
