import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { KeptDays } from '../../../../shared/contract/retention.ts';
import type { Overdue, Retention } from '../../../../shared/contract/retention.ts';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { texts } from '../../texts/admin-en.ts';
import { retentionTexts as words } from '../../texts/admin-retention-en.ts';
import { Failure } from '../form/failure.tsx';
import { findFaults } from '../form/find-faults.ts';
import { FormRow } from '../form/form-row.tsx';
import { PanelForm } from '../form/panel-form.tsx';
import { useForm } from '../form/use-form.ts';
import { useSaving } from '../form/use-saving.tsx';
import { LoadedPage } from '../frame/loaded-page.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';

const parts = ['sessionDays', 'requestDays', 'invitationDays', 'trustDays'] as const;
type Typed = Record<keyof Retention, string>;

/** For how long what customers leave behind is kept. Before less is kept, it says how much goes. */
export function RetentionPage() {
  const { model } = usePanel();
  const asked = useLoaded(() => model.server.call('retention.get', {}), 'retention');
  return (
    <LoadedPage asked={asked} section={paths.retention} title={words.title}>
      {({ retention }) => <Editor saved={retention} onSaved={(now) => asked.replace({ retention: now })} />}
    </LoadedPage>
  );
}

function Editor({ saved, onSaved }: { saved: Retention; onSaved: (retention: Retention) => void }) {
  const { model } = usePanel();
  const rule = [v.pipe(v.unknown(), v.transform(daysOf), KeptDays), words.wrong] as const;
  const form = useForm<Typed>(typedOf(saved), (values) =>
    findFaults(values, { sessionDays: rule, requestDays: rule, invitationDays: rule, trustDays: rule }),
  );
  /** What was counted, and for which times: these and no later ones are stored on the dialog's yes. */
  const [counted, setCounted] = useState<{ readonly overdue: Overdue; readonly retention: Retention }>();
  const now = readTyped(form.values);
  const changes = parts
    .filter((part) => now[part] !== saved[part])
    .map((part) => words.change(part, saved[part], form.values[part].trim()));
  const saving = useSaving({
    form,
    changes,
    mayGo: async () => {
      const { overdue } = await model.server.call('retention.count', { retention: now });
      const isAsked = Object.values(overdue).some((rows) => rows > 0);
      if (isAsked) setCounted({ overdue, retention: now });
      return !isAsked;
    },
    store: async () => {
      const { retention } = await model.server.call('retention.update', { retention: counted?.retention ?? now });
      setCounted(undefined);
      onSaved(retention);
    },
  });
  return (
    <PanelPage section={paths.retention} title={words.title} unsaved={saving.bar}>
      <PanelForm id={form.id} onSave={saving.save}>
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
      </PanelForm>
      <p class="admin-part rh-soft">{words.stays}</p>
      {counted !== undefined && (
        <Dialog
          title={words.ask.title}
          harmless={words.ask.keep}
          onHarmless={() => setCounted(undefined)}
          act={words.ask.act}
          actKind="danger"
          acting={saving.isBusy}
          actingText={texts.unsaved.saving}
          onAct={saving.send}
        >
          <Failure text={saving.failure} />
          <p>{words.ask.goes(counted.overdue)}</p>
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
