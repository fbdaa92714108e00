/** All tools of a session. A new one is a file with its entry, and one line here. */
import { computerTools } from './computer-tools.tsx';
import { fileTool, launchTool, pageTool } from './giving-tools.tsx';
import { inviteTool, transferTool } from './people-tools.tsx';
import { controlTool, qualityTool, viewTool, windowTool } from './screen-tools.tsx';
import type { SessionTool } from './session-tool.ts';
import { boardTool, callTool } from './talking-tools.tsx';

/** In the order in which they stand within their group. */
export const sessionTools: readonly SessionTool[] = [
  viewTool,
  controlTool,
  windowTool,
  qualityTool,
  ...computerTools,
  fileTool,
  launchTool,
  pageTool,
  callTool,
  boardTool,
  inviteTool,
  transferTool,
];
