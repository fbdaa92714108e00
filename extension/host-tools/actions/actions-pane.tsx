import { useState } from 'preact/hooks';
import { hostActionsContract } from '../../../shared/contract/host-actions.ts';
import type { ScriptSystem } from '../../../shared/contract/script.ts';
import { firstName } from '../../view/first-name.ts';
import type { ToolPaneProps } from '../tool-panes.ts';
import { useToolClient } from '../use-tool-client.ts';
import { ActionList } from './action-list.tsx';
import { ScriptPart } from './script-part.tsx';
import { ended, moreOutput } from './script-run.ts';
import type { ShownRun } from './script-run.ts';
import './actions-pane.css';

/** What the customer's computer can do in one press, and the organisation's scripts. */
export function ActionsPane({ head, channel }: ToolPaneProps) {
  const [run, setRun] = useState<ShownRun>();
  const [system, setSystem] = useState<ScriptSystem>();
  const client = useToolClient(channel, hostActionsContract, {
    onEvent(event) {
      setRun((shown) => {
        if (shown?.run !== event.run) return shown;
        return event.type === 'script.output' ? moreOutput(shown, event.text) : { ...shown, end: ended(event) };
      });
    },
    onGone: () =>
      setRun((shown) => (shown === undefined || shown.end !== undefined ? shown : { ...shown, end: 'gone' })),
  });
  const name = firstName(head.customer.name);
  return (
    <div class="ext-actions">
      <ActionList client={client} name={name} onSystem={setSystem} />
      <ScriptPart client={client} name={name} system={system} run={run} onRun={setRun} />
    </div>
  );
}
