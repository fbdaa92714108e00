import type { ToolScope } from '../../shared/contract/consent.ts';
import { scopeOfUse } from '../../shared/contract/tool-use.ts';
import type { ToolUse } from '../../shared/contract/tool-use.ts';
import type { ServerLink } from './server-link.ts';

/** Writes what tools do into the log. Resolves to whether it stands there; for what is refused, `onRefused` takes the tool away. */
export function toolReporter(
  server: Pick<ServerLink, 'report'>,
  onRefused: (tool: ToolScope) => void,
): (use: ToolUse) => Promise<boolean> {
  return (use) =>
    new Promise((resolve) => {
      const refused = () => {
        onRefused(scopeOfUse[use.did]);
        resolve(false);
      };
      server.report({ kind: 'tool-used', use }, refused, () => resolve(true));
    });
}
