import type { ToolScope } from '../../shared/contract/consent.ts';
import { scopeOfUse } from '../../shared/contract/tool-use.ts';
import type { ToolUse } from '../../shared/contract/tool-use.ts';
import type { ServerLink } from './server-link.ts';

/** Writes what a tool did into the log, and resolves to whether it stands there. A tool whose use the log refuses loses its consent. */
export function reportUse(
  server: Pick<ServerLink, 'report'>,
  takeBack: (tool: ToolScope) => void,
): (use: ToolUse) => Promise<boolean> {
  return (use) =>
    new Promise((resolve) => {
      const refused = () => {
        // What the log does not tell of is not done a second time.
        takeBack(scopeOfUse[use.did]);
        resolve(false);
      };
      server.report({ kind: 'tool-used', use }, refused, () => resolve(true));
    });
}
