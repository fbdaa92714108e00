import { useState } from 'preact/hooks';
import type { ImportPlan } from '../../../../shared/contract/account-file.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { accountFileTexts as words } from '../../texts/admin-account-files-en.ts';
import type { LineToDo } from './apply-import.ts';

/** The order to carry a plan out, which asks first and says who is switched off by it. */
export function PlanOrder({ plan, onApply }: { plan: ImportPlan; onApply: (lines: readonly LineToDo[]) => void }) {
  const [isAsking, setAsking] = useState(false);
  const todo = plan.lines.filter((line): line is LineToDo => line.is === 'new' || line.is === 'changed');
  const fresh = todo.filter(({ is }) => is === 'new').length;
  const wrong = plan.lines.filter(({ is }) => is === 'wrong').length;
  const switchedOff = todo.filter(
    (line) => line.disabled && line.is === 'changed' && line.changes.some(({ column }) => column === 'state'),
  );
  if (todo.length === 0) return <p class="admin-part">{wrong === 0 && words.nothingToDo}</p>;
  const act = words.act(fresh, todo.length - fresh);
  return (
    <div class="admin-part">
      <Button kind="primary" size="main" onClick={() => setAsking(true)}>
        {`${words.asActor(act)}…`}
      </Button>
      {isAsking && (
        <Dialog
          title={words.ask.title(act)}
          harmless={words.ask.keep}
          onHarmless={() => setAsking(false)}
          act={words.asActor(act)}
          actKind={switchedOff.length > 0 ? 'danger' : 'primary'}
          onAct={() => onApply(todo)}
        >
          {fresh > 0 && <p>{words.ask.made(fresh)}</p>}
          {switchedOff.length > 0 && <p>{words.ask.disabled(switchedOff.map(({ fullName }) => safeName(fullName)))}</p>}
          {wrong > 0 && <p>{words.ask.wrong(wrong)}</p>}
          <p>{words.ask.stop}</p>
        </Dialog>
      )}
    </div>
  );
}
