import * as v from 'valibot';
import { FileLimits } from '../../../../shared/contract/conversation-file.ts';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { fileTexts as words } from '../../texts/admin-files-en.ts';
import { FormRow } from '../form/form-row.tsx';
import { PanelForm } from '../form/panel-form.tsx';
import { useForm } from '../form/use-form.ts';
import { useSaving } from '../form/use-saving.tsx';
import { LoadedPage } from '../frame/loaded-page.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';

const MEGABYTE = 1_000_000;

/** How large files in chats may be. */
export function FilesPage() {
  const { model } = usePanel();
  const asked = useLoaded(() => model.server.call('files.limits', {}), 'files');
  return (
    <LoadedPage asked={asked} section={paths.files} title={words.title}>
      {({ limits }) => <Editor saved={limits} onSaved={(now) => asked.replace({ limits: now })} />}
    </LoadedPage>
  );
}

function Editor({ saved, onSaved }: { saved: FileLimits; onSaved: (limits: FileLimits) => void }) {
  const { model } = usePanel();
  const form = useForm({ file: megabytes(saved.fileBytes), session: megabytes(saved.sessionBytes) }, (typed) => {
    const { fileBytes, sessionBytes } = bytesOf(typed);
    const isSessionRight = v.is(FileLimits.entries.sessionBytes, sessionBytes) && sessionBytes >= fileBytes;
    return {
      ...(v.is(FileLimits.entries.fileBytes, fileBytes) ? {} : { file: words.wrongFile }),
      ...(isSessionRight ? {} : { session: words.wrongSession }),
    };
  });
  const now = bytesOf(form.values);
  const changes = [
    ...(now.fileBytes === saved.fileBytes
      ? []
      : [words.changeFile(saved.fileBytes / MEGABYTE, form.values.file.trim())]),
    ...(now.sessionBytes === saved.sessionBytes
      ? []
      : [words.changeSession(saved.sessionBytes / MEGABYTE, form.values.session.trim())]),
  ];
  const saving = useSaving({
    form,
    changes,
    store: async () => {
      const { limits } = await model.server.call('files.setLimits', { limits: now });
      onSaved(limits);
    },
  });
  return (
    <PanelPage section={paths.files} title={words.title} unsaved={saving.bar}>
      <p class="admin-part rh-soft">{words.lead}</p>
      <PanelForm id={form.id} onSave={saving.save}>
        <FormRow title={words.file} hint={words.fileHint}>
          <TextInput
            label={words.fileLabel}
            inputMode="numeric"
            value={form.values.file}
            onValue={(value) => form.set('file', value)}
            error={form.faults.file}
            autocomplete="off"
          />
        </FormRow>
        <FormRow title={words.session} hint={words.sessionHint}>
          <TextInput
            label={words.sessionLabel}
            inputMode="numeric"
            value={form.values.session}
            onValue={(value) => form.set('session', value)}
            error={form.faults.session}
            autocomplete="off"
          />
        </FormRow>
      </PanelForm>
      <FormRow title={words.refused} hint={words.refusedHint}>
        <p>{words.programs}</p>
      </FormRow>
    </PanelPage>
  );
}

function megabytes(bytes: number): string {
  return String(bytes / MEGABYTE);
}

/** What is no number stays none, and is refused. */
function bytesOf({ file, session }: { file: string; session: string }): FileLimits {
  return { fileBytes: typedBytes(file), sessionBytes: typedBytes(session) };
}

function typedBytes(typed: string): number {
  return typed.trim() === '' ? Number.NaN : Math.round(Number(typed) * MEGABYTE);
}
