import { useState } from 'preact/hooks';
import type { ImportPlan } from '../../../../shared/contract/account-file.ts';
import { Progress } from '../../../../shared/ui/progress.tsx';
import { accountFileTexts as words } from '../../texts/admin-account-files-en.ts';
import { texts } from '../../texts/admin-en.ts';
import { useUnsaved } from '../form/use-unsaved.ts';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { applyImport, nothingDone } from './apply-import.ts';
import type { ImportOutcome, LineToDo } from './apply-import.ts';
import { ChooseFileRow } from './choose-file-row.tsx';
import { OutcomePart } from './outcome-part.tsx';
import { PlanOrder } from './plan-order.tsx';
import { PlanTable } from './plan-table.tsx';

/** Where an import stands. */
type Import =
  | { readonly at: 'choosing' }
  | { readonly at: 'planned'; readonly plan: ImportPlan }
  | { readonly at: 'applying'; readonly done: number; readonly all: number }
  | { readonly at: 'over'; readonly outcome: ImportOutcome };

/** Accounts from a file: what it would do, line by line, and then what was done. */
export function ImportPage() {
  const { model } = usePanel();
  const [state, setState] = useState<Import>({ at: 'choosing' });
  const [isSaved, setSaved] = useState(false);
  const holdsPasswords = state.at === 'over' && state.outcome.made.length > 0 && !isSaved;
  useUnsaved(state.at === 'applying' || holdsPasswords);

  const apply = async (lines: readonly LineToDo[], before: ImportOutcome) => {
    const all = lines.length;
    setSaved(false);
    setState({ at: 'applying', done: 0, all });
    const outcome = await applyImport(model.server, lines, before, (done) => setState({ at: 'applying', done, all }));
    setState({ at: 'over', outcome });
  };
  return (
    <PanelPage
      section={paths.accounts}
      title={words.title}
      parent={{ label: texts.accounts.title, href: paths.accounts }}
    >
      {(state.at === 'choosing' || state.at === 'planned') && (
        <ChooseFileRow
          hasPlan={state.at === 'planned'}
          onPlan={(plan) => setState(plan === undefined ? { at: 'choosing' } : { at: 'planned', plan })}
        />
      )}
      {state.at === 'planned' && (
        <>
          <PlanTable plan={state.plan} />
          <PlanOrder plan={state.plan} onApply={(lines) => void apply(lines, nothingDone)} />
        </>
      )}
      {state.at === 'applying' && (
        <div class="admin-part">
          <Progress
            label={words.importing}
            value={state.done}
            max={state.all}
            text={words.doing(state.done, state.all)}
          />
        </div>
      )}
      {state.at === 'over' && (
        <OutcomePart
          outcome={state.outcome}
          isSaved={isSaved}
          onSaved={() => setSaved(true)}
          onGoOn={() => void apply(state.outcome.left, state.outcome)}
        />
      )}
    </PanelPage>
  );
}
