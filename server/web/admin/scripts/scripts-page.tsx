import { Ellipsis, FileTerminal, Pencil, Plus, X } from 'lucide';
import { useState } from 'preact/hooks';
import type { ListedScript, ScriptDraft } from '../../../../shared/contract/script.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { EmptyState } from '../../../../shared/ui/empty-state.tsx';
import { Icon } from '../../../../shared/ui/icon.tsx';
import { List, ListRow } from '../../../../shared/ui/list-row.tsx';
import { Menu } from '../../../../shared/ui/menu.tsx';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { scriptTexts as words } from '../../texts/admin-scripts-en.ts';
import { Failure } from '../form/failure.tsx';
import { useSending } from '../form/use-sending.ts';
import { LoadState } from '../frame/load-state.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { ScriptDialog } from './script-dialog.tsx';
import { formOf, freshScript } from './script-form.ts';
import type { ScriptForm } from './script-form.ts';

/** What is being written; `of` is missing for a new one. */
type Writing = { readonly form: ScriptForm; readonly of?: Pick<ListedScript, 'id' | 'revision'> };

/** The organisation's scripts. */
export function ScriptsPage() {
  const { model } = usePanel();
  const { server } = model;
  const { loaded, reload, replace } = useLoaded(() => server.call('scripts.list', {}), 'scripts');
  const scripts = loaded.at === 'ready' ? loaded.value.scripts : [];
  const [writing, setWriting] = useState<Writing>();
  const [removing, setRemoving] = useState<ListedScript>();
  const sending = useSending();

  const send = (work: () => Promise<{ scripts: ListedScript[] }>, said: string) =>
    sending.run(async () => {
      replace(await work());
      setWriting(undefined);
      setRemoving(undefined);
      model.say(said);
    });
  const save = ({ of }: Writing, item: ScriptDraft) =>
    send(
      () => (of === undefined ? server.call('scripts.add', { item }) : server.call('scripts.change', { ...of, item })),
      words.saved,
    );
  const open = ({ id }: ListedScript) =>
    sending.run(async () => {
      const { script } = await server.call('scripts.read', { id });
      setWriting({ form: formOf(script), of: { id, revision: script.revision } });
    });
  const groups = [...new Set(scripts.map(({ group }) => group))];

  return (
    <PanelPage
      section={paths.scripts}
      title={words.title}
      actions={
        <Button kind="primary" size="main" icon={Plus} onClick={() => setWriting({ form: freshScript })}>
          {words.add}
        </Button>
      }
    >
      <LoadState loaded={loaded} onRetry={reload} />
      {loaded.at === 'ready' && (
        <>
          {writing === undefined && removing === undefined && sending.failure !== undefined && (
            <div class="admin-part">
              <Failure text={sending.failure} />
            </div>
          )}
          <p class="admin-part rh-soft">{words.lead}</p>
          {scripts.length === 0 && (
            <div class="admin-part">
              <EmptyState text={words.empty} />
            </div>
          )}
          {groups.map((group) => (
            <div key={group} class="admin-part">
              {groups.length > 1 && (
                <h2 class="admin-label">{group === '' ? words.noGroup : <OutsideText text={group} />}</h2>
              )}
              <List label={group === '' ? words.title : safeName(group)}>
                {scripts
                  .filter((script) => script.group === group)
                  .map((script) => (
                    <Row key={script.id} script={script} onChange={() => void open(script)} onRemove={setRemoving} />
                  ))}
              </List>
            </div>
          ))}
        </>
      )}
      {writing !== undefined && (
        <ScriptDialog
          first={writing.form}
          isNew={writing.of === undefined}
          sending={sending}
          onSave={(draft) => void save(writing, draft)}
          onClose={() => setWriting(undefined)}
        />
      )}
      {removing !== undefined && (
        <Dialog
          title={words.removeTitle(safeName(removing.name))}
          harmless={words.keep}
          onHarmless={() => setRemoving(undefined)}
          act={words.removeNow}
          actKind="danger"
          acting={sending.isBusy}
          actingText={words.removing}
          onAct={() => void send(() => server.call('scripts.remove', { id: removing.id }), words.removed)}
        >
          <p>{sending.failure ?? words.removeText}</p>
        </Dialog>
      )}
    </PanelPage>
  );
}

type RowProps = { script: ListedScript; onChange: () => void; onRemove: (script: ListedScript) => void };

function Row({ script, onChange, onRemove }: RowProps) {
  const systems = script.systems.map((system) => words.systems[system]).join(', ');
  return (
    <ListRow
      start={<Icon icon={FileTerminal} />}
      title={<OutsideText text={script.name} />}
      detail={script.description === '' ? undefined : <OutsideText text={script.description} />}
      meta={words.detail(systems, script.interpreter, script.parameters.length)}
      actionStays
      action={
        <Menu
          label={words.orders(safeName(script.name))}
          icon={Ellipsis}
          items={[
            { key: 'change', label: words.change, icon: Pencil },
            { key: 'remove', label: words.remove, icon: X, apart: true, danger: true },
          ]}
          onSelect={(order) => (order === 'change' ? onChange() : onRemove(script))}
        />
      }
    />
  );
}
