import { openActions } from './actions/open-actions.ts';
import type { ActionNeeds } from './actions/open-actions.ts';
import { openSystemInformation } from './system-information/open-system-information.ts';
import type { Tools } from './tool.ts';

/** The tools that this computer's system has. */
export function openTools(needs: ActionNeeds): Tools {
  return { 'system-information': openSystemInformation, actions: openActions(needs) };
}
