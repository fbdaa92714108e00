import { useEffect, useState } from 'preact/hooks';
import { AppError } from '../../../shared/contract/errors.ts';
import type { HostActionsContract } from '../../../shared/contract/host-actions.ts';
import type { ListedScript, Script, ScriptId, ScriptSystem, ScriptValues } from '../../../shared/contract/script.ts';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { actionTexts as words } from '../../texts/host-actions-en.ts';
import { toolTexts } from '../../texts/host-tools-en.ts';
import { useView } from '../../view/view-context.ts';
import type { ToolClient } from '../tool-client.ts';
import { RunOutput } from './run-output.tsx';
import { ScriptFlyout } from './script-flyout.tsx';
import { ScriptForm } from './script-form.tsx';
import type { ShownRun } from './script-run.ts';

type ScriptPartProps = {
  client: ToolClient<HostActionsContract> | undefined;
  name: string;
  system: ScriptSystem | undefined;
  run: ShownRun | undefined;
  onRun: (run: ShownRun) => void;
};

/** From the fly-out of scripts over parameters and the whole text to what the run writes. */
export function ScriptPart({ client, name, system, run, onRun }: ScriptPartProps) {
  const { orders } = useView();
  const [scripts, setScripts] = useState<readonly ListedScript[]>();
  const [chosen, setChosen] = useState<Script>();
  const [failure, setFailure] = useState<string>();
  const load = async () => {
    const { answer, failure: why } = await orders.ask('scripts.list', {});
    setFailure(why?.message);
    if (answer !== undefined) setScripts(answer.scripts);
  };
  useEffect(() => void load(), []);

  const choose = async (id: ScriptId) => {
    setFailure(undefined);
    const { answer, failure: why } = await orders.ask('scripts.read', { id });
    setFailure(why?.message);
    setChosen(answer?.script);
  };
  const start = async (script: Script, values: ScriptValues) => {
    if (client === undefined) return;
    setFailure(undefined);
    try {
      const begun = await client.call('scripts.run', { script: script.id, revision: script.revision, values });
      onRun({ run: begun.run, script: script.name, output: '' });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      setFailure(error.message);
      // It may be another one by now: what will run is read anew.
      if (error.code === 'already-taken') void choose(script.id);
    }
  };
  const isRunning = run !== undefined && run.end === undefined;
  const fitting = scripts?.filter(({ systems }) => system !== undefined && systems.includes(system));
  return (
    <section class="ext-actions-scripts" aria-label={words.scripts}>
      <header>
        <h2>{words.scripts}</h2>
        {fitting !== undefined && fitting.length > 0 && (
          <ScriptFlyout scripts={fitting} onOpen={() => void load()} onChoose={(id) => void choose(id)} />
        )}
      </header>
      {failure !== undefined && (
        <Notice kind="danger" alert>
          {failure}
        </Notice>
      )}
      {(scripts === undefined || system === undefined) && failure === undefined && <Skeleton label={words.scripts} />}
      {fitting?.length === 0 && system !== undefined && <p class="rh-soft">{words.none}</p>}
      {fitting !== undefined && fitting.length > 0 && chosen === undefined && <p class="rh-soft">{words.pick}</p>}
      {chosen !== undefined && system !== undefined && (
        <ScriptForm
          key={`${chosen.id} ${chosen.revision}`}
          script={chosen}
          system={system}
          name={name}
          hindrance={client === undefined ? toolTexts.way.broken : isRunning ? words.running : undefined}
          onRun={(values) => start(chosen, values)}
        />
      )}
      {run !== undefined && (
        <RunOutput
          run={run}
          onStop={() => void client?.call('scripts.stop', { run: run.run }).catch(() => undefined)}
        />
      )}
    </section>
  );
}
