import * as v from 'valibot';
import { FileLimits } from '../../../../shared/contract/conversation-file.ts';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { texts } from '../../texts/admin-en.ts';
import { fileTexts as words } from '../../texts/admin-files-en.ts';
import { FormRow } from '../form/form-row.tsx';
import { UnsavedBar, useUnsaved } from '../form/unsaved-bar.tsx';
import { useForm } from '../form/use-form.ts';
import { useSending } from '../form/use-sending.ts';
import { LoadState } from '../frame/load-state.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';

const MEGABYTE = 1_000_000;

/** How large files in chats may be. */
export function FilesPage() {
  const { model } = usePanel();
  const { loaded, reload, replace } = useLoaded(() => model.server.call('files.limits', {}), 'files');
  if (loaded.at === 'ready') {
    const { limits } = loaded.value;
    return <Editor key={JSON.stringify(limits)} saved={limits} onSaved={(now) => replace({ limits: now })} />;
  }
  return (
    <PanelPage section={paths.files} title={words.title}>
      <LoadState loaded={loaded} onRetry={reload} />
    </PanelPage>
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
  const sending = useSending();
  const now = bytesOf(form.values);
  const changes = [
    ...(now.fileBytes === saved.fileBytes
      ? []
      : [words.changeFile(saved.fileBytes / MEGABYTE, now.fileBytes / MEGABYTE)]),
    ...(now.sessionBytes === saved.sessionBytes
      ? []
      : [words.changeSession(saved.sessionBytes / MEGABYTE, now.sessionBytes / MEGABYTE)]),
  ];
  useUnsaved(changes.length > 0);
  const save = () => {
    if (changes.length === 0 || !form.check()) return;
    void sending.run(async () => {
      const { limits } = await model.server.call('files.setLimits', { limits: now });
      onSaved(limits);
      model.say(texts.unsaved.saved);
    });
  };
  return (
    <PanelPage
      section={paths.files}
      title={words.title}
      unsaved={
        changes.length === 0 ? undefined : (
          <UnsavedBar changes={changes} sending={sending} onDiscard={form.discard} onSave={save} />
        )
      }
    >
      <p class="admin-part rh-soft">{words.lead}</p>
      <form
        id={form.id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
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
      </form>
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
