import { useEffect, useState } from 'preact/hooks';
import { AppError } from '../../../shared/contract/errors.ts';
import type { HostActionsContract, OfferedAction } from '../../../shared/contract/host-actions.ts';
import type { ScriptSystem } from '../../../shared/contract/script.ts';
import type { AfterSession, SpecialAction } from '../../../shared/contract/tool-use.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { actionTexts as words } from '../../texts/host-actions-en.ts';
import { toolTexts } from '../../texts/host-tools-en.ts';
import type { ToolClient } from '../tool-client.ts';
import { AfterSessionChoice } from './after-session.tsx';

type ActionListProps = {
  client: ToolClient<HostActionsContract> | undefined;
  /** The customer's first name. */
  name: string;
  onSystem: (system: ScriptSystem) => void;
};

/** What came of the last press. */
type Result = { readonly kind: 'ok' | 'danger' | 'info'; readonly text: string };

const opening: readonly SpecialAction[] = [
  'task-manager',
  'settings',
  'network-settings',
  'printer-settings',
  'updates',
  'terminal',
];

/** Special actions in groups by what they take: those that this computer lacks stand apart, with the reason. */
export function ActionList({ client, name, onSystem }: ActionListProps) {
  const [actions, setActions] = useState<readonly OfferedAction[]>();
  const [afterwards, setAfterwards] = useState<AfterSession>('nothing');
  const [acting, setActing] = useState<SpecialAction>();
  const [asked, setAsked] = useState<SpecialAction>();
  const [result, setResult] = useState<Result>();

  useEffect(() => {
    if (client === undefined) return;
    client.call('actions.list', {}).then(
      (listed) => {
        setActions(listed.actions);
        setAfterwards(listed.afterwards);
        onSystem(listed.system);
      },
      (error: unknown) => setResult({ kind: 'danger', text: error instanceof AppError ? error.message : '' }),
    );
  }, [client]);

  const act = async (action: SpecialAction) => {
    if (client === undefined) return;
    setAsked(undefined);
    setActing(action);
    setResult(undefined);
    try {
      const { outcome, problem } = await client.call('actions.do', { action });
      const kind = outcome === 'done' ? 'ok' : outcome === 'failed' ? 'danger' : 'info';
      setResult({ kind, text: words.came(action, outcome, safeName(problem, 200), name) });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      setResult({ kind: 'danger', text: error.message });
    } finally {
      setActing(undefined);
    }
  };
  const choose = async (what: AfterSession) => {
    if (client === undefined) return;
    setResult(undefined);
    try {
      await client.call('actions.afterwards', { what });
      setAfterwards(what);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      setResult({ kind: 'danger', text: error.message });
    }
  };
  const hindrance =
    client === undefined ? toolTexts.way.broken : acting === undefined ? undefined : words.waiting(acting);
  const there = (actions ?? []).filter(({ missing }) => missing === '');
  const groups = [
    { title: words.opens, of: there.filter(({ action }) => opening.includes(action)) },
    { title: words.does, of: there.filter(({ action, asks }) => !asks && !opening.includes(action)) },
    { title: words.asks(name), of: there.filter(({ asks }) => asks) },
  ].filter(({ of }) => of.length > 0);
  const lacking = (actions ?? []).filter(({ missing }) => missing !== '');
  return (
    <section class="ext-actions-list" aria-label={words.actions}>
      <h2>{words.actions}</h2>
      <div class="ext-actions-result" role="status">
        {acting !== undefined && <p class="rh-soft">{words.waiting(acting)}</p>}
        {result !== undefined && <Notice kind={result.kind}>{result.text}</Notice>}
      </div>
      {actions === undefined && <Skeleton label={words.reading} />}
      {groups.map(({ title, of }) => (
        <div key={title} role="group" aria-label={title}>
          <h3>{title}</h3>
          <div class="ext-actions-buttons">
            {of.map(({ action, asks }) => (
              <Button
                key={action}
                busy={acting === action}
                disabledReason={acting === action ? undefined : hindrance}
                onClick={() => (asks ? setAsked(action) : void act(action))}
              >
                {toolTexts.actions[action]}
              </Button>
            ))}
          </div>
        </div>
      ))}
      {actions !== undefined && (
        <AfterSessionChoice
          actions={actions}
          chosen={afterwards}
          name={name}
          isBroken={client === undefined}
          onChoose={(what) => void choose(what)}
        />
      )}
      {lacking.length > 0 && (
        <>
          <h3>{words.missing}</h3>
          <dl class="ext-actions-missing">
            {lacking.map(({ action, missing }) => (
              <div key={action}>
                <dt>{toolTexts.actions[action]}</dt>
                <dd>{safeName(missing, 200)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {asked !== undefined && (
        <Dialog
          title={words.dialog.title(asked, name)}
          harmless={words.dialog.keep}
          onHarmless={() => setAsked(undefined)}
          act={words.dialog.act(name)}
          actKind="danger"
          onAct={() => void act(asked)}
        >
          {words.dialog.text(name).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Dialog>
      )}
    </section>
  );
}
