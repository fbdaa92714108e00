import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { KeptDays } from '../../../../shared/contract/retention.ts';
import type { Overdue, Retention } from '../../../../shared/contract/retention.ts';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { texts } from '../../texts/admin-en.ts';
import { retentionTexts as words } from '../../texts/admin-retention-en.ts';
import { findFaults } from '../form/find-faults.ts';
import { FormRow } from '../form/form-row.tsx';
import { UnsavedBar, useUnsaved } from '../form/unsaved-bar.tsx';
import { useForm } from '../form/use-form.ts';
import { useSending } from '../form/use-sending.ts';
import { LoadState } from '../frame/load-state.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';

const parts = ['sessionDays', 'requestDays', 'invitationDays', 'trustDays'] as const;
type Typed = Record<keyof Retention, string>;

/** For how long what customers leave behind is kept. Before less is kept, it says how much goes. */
export function RetentionPage() {
  const { model } = usePanel();
  const { loaded, reload, replace } = useLoaded(() => model.server.call('retention.get', {}), 'retention');
  if (loaded.at === 'ready') {
    const { retention } = loaded.value;
    return <Editor key={JSON.stringify(retention)} saved={retention} onSaved={(now) => replace({ retention: now })} />;
  }
  return (
    <PanelPage section={paths.retention} title={words.title}>
      <LoadState loaded={loaded} onRetry={reload} />
    </PanelPage>
  );
}

function Editor({ saved, onSaved }: { saved: Retention; onSaved: (retention: Retention) => void }) {
  const { model } = usePanel();
  const rule = [v.pipe(v.unknown(), v.transform(daysOf), KeptDays), words.wrong] as const;
  const form = useForm<Typed>(typedOf(saved), (values) =>
    findFaults(values, { sessionDays: rule, requestDays: rule, invitationDays: rule, trustDays: rule }),
  );
  const sending = useSending();
  const [overdue, setOverdue] = useState<Overdue>();
  const now = readTyped(form.values);
  const changes = parts
    .filter((part) => now[part] !== saved[part])
    .map((part) => words.change(part, saved[part], now[part]));
  useUnsaved(changes.length > 0);

  const set = async () => {
    const { retention } = await model.server.call('retention.update', { retention: now });
    setOverdue(undefined);
    onSaved(retention);
    model.say(texts.unsaved.saved);
  };
  const askOrSet = async () => {
    const found = (await model.server.call('retention.count', { retention: now })).overdue;
    if (Object.values(found).some((rows) => rows > 0)) setOverdue(found);
    else await set();
  };
  const save = () => {
    if (changes.length > 0 && form.check()) void sending.run(askOrSet);
  };
  return (
    <PanelPage
      section={paths.retention}
      title={words.title}
      unsaved={
        changes.length === 0 ? undefined : (
          <UnsavedBar changes={changes} sending={sending} onDiscard={form.discard} onSave={save} />
        )
      }
    >
      <form
        id={form.id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {parts.map((part) => (
          <FormRow key={part} title={words.rows[part].title} hint={words.rows[part].hint}>
            <TextInput
              label={words.rows[part].label}
              hint={words.empty}
              placeholder={words.placeholder}
              inputMode="numeric"
              value={form.values[part]}
              onValue={(value) => form.set(part, value)}
              error={form.faults[part]}
              autocomplete="off"
            />
          </FormRow>
        ))}
      </form>
      <p class="admin-part rh-soft">{words.stays}</p>
      {overdue !== undefined && (
        <Dialog
          title={words.ask.title}
          harmless={words.ask.keep}
          onHarmless={() => setOverdue(undefined)}
          act={words.ask.act}
          actKind="danger"
          acting={sending.isBusy}
          actingText={texts.unsaved.saving}
          onAct={() => void sending.run(set)}
        >
          <p>{words.ask.goes(overdue)}</p>
          <p>{words.ask.stays}</p>
        </Dialog>
      )}
    </PanelPage>
  );
}

function typedOf(retention: Retention): Typed {
  const typed = (value: number | null) => (value === null ? '' : String(value));
  return {
    sessionDays: typed(retention.sessionDays),
    requestDays: typed(retention.requestDays),
    invitationDays: typed(retention.invitationDays),
    trustDays: typed(retention.trustDays),
  };
}

function readTyped(typed: Typed): Retention {
  return {
    sessionDays: daysOf(typed.sessionDays),
    requestDays: daysOf(typed.requestDays),
    invitationDays: daysOf(typed.invitationDays),
    trustDays: daysOf(typed.trustDays),
  };
}

/** Nothing typed is for ever; what is no number stays none, and is refused. */
function daysOf(typed: unknown): number | null {
  const text = String(typed).trim();
  return text === '' ? null : Number(text);
}
