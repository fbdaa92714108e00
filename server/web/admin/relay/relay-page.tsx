import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { RelaySecret, RelayUrl } from '../../../../shared/contract/relay.ts';
import type { RelayState, RelayTrial } from '../../../../shared/contract/relay.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { relayTexts as words } from '../../texts/admin-relay-en.ts';
import { Failure } from '../form/failure.tsx';
import { FormRow } from '../form/form-row.tsx';
import { PanelForm } from '../form/panel-form.tsx';
import { PasswordField } from '../form/password-field.tsx';
import { useUnsaved } from '../form/use-unsaved.ts';
import { useForm } from '../form/use-form.ts';
import { useSending } from '../form/use-sending.ts';
import { LoadState } from '../frame/load-state.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { useLoaded } from '../frame/use-loaded.ts';

/** Where the relay is, and whether it answers. */
export function RelayPage() {
  const { model } = usePanel();
  const { loaded, reload, replace } = useLoaded(() => model.server.call('relay.get', {}), 'relay');
  return (
    <PanelPage section={paths.relay} title={words.title}>
      <LoadState loaded={loaded} onRetry={reload} />
      {loaded.at === 'ready' && (
        <Editor
          key={`${loaded.value.relay.by} ${loaded.value.relay.url}`}
          relay={loaded.value.relay}
          onChanged={(relay) => replace({ relay })}
        />
      )}
    </PanelPage>
  );
}

function Editor({ relay, onChanged }: { relay: RelayState; onChanged: (relay: RelayState) => void }) {
  const { model } = usePanel();
  const form = useForm({ url: relay.url, secret: '' }, ({ url, secret }) => ({
    ...(v.is(RelayUrl, url) ? {} : { url: words.wrongUrl }),
    ...(v.is(RelaySecret, secret) || (secret === '' && url.trim() === relay.url && relay.by === 'panel')
      ? {}
      : { secret: words.wrongSecret }),
  }));
  const [trial, setTrial] = useState<RelayTrial>();
  const [isRemoving, setRemoving] = useState(false);
  const saving = useSending();
  const trying = useSending();
  const removing = useSending();
  const { url, secret } = form.values;
  const isChanged = url.trim() !== relay.url || secret !== '';
  useUnsaved(isChanged && !saving.isBusy);
  const save = async () => {
    setTrial(undefined);
    const changed = await model.server.call('relay.update', { url, secret: secret === '' ? null : secret });
    form.set('secret', '');
    onChanged(changed.relay);
    model.say(words.saved);
  };
  const failure = saving.failure ?? trying.failure;
  return (
    <>
      <PanelForm
        id={form.id}
        onSave={() => {
          if (form.check()) void saving.run(save);
        }}
      >
        <FormRow title={words.row} hint={words.rowHint}>
          <p>{words.by[relay.by]}</p>
          <Failure text={failure} />
          {relay.by === 'environment' ? (
            <p class="admin-fixed">{relay.url}</p>
          ) : (
            <>
              <TextInput
                label={words.url}
                hint={words.urlHint}
                value={url}
                error={form.faults.url}
                autocomplete="off"
                onValue={(value) => form.set('url', value)}
              />
              <PasswordField
                label={words.secret}
                hint={relay.by === 'panel' ? words.secretKept : words.secretHint}
                value={secret}
                error={form.faults.secret}
                autocomplete="new-password"
                onValue={(value) => form.set('secret', value)}
              />
              <div>
                <Button type="submit" kind="primary" size="main" busy={saving.isBusy} busyText={words.saving}>
                  {words.save}
                </Button>
              </div>
            </>
          )}
        </FormRow>
      </PanelForm>
      {relay.by !== 'nobody' && (
        <FormRow title={words.try}>
          {trial !== undefined && (
            <Notice kind={trial === 'works' ? 'ok' : 'danger'} alert>
              {words.trials[trial]}
            </Notice>
          )}
          <div>
            <Button
              busy={trying.isBusy}
              busyText={words.trying}
              onClick={() => void trying.run(async () => setTrial((await model.server.call('relay.test', {})).trial))}
            >
              {words.try}
            </Button>
          </div>
          {relay.by === 'panel' && (
            <div>
              <Button kind="danger" onClick={() => setRemoving(true)}>
                {words.remove}
              </Button>
            </div>
          )}
        </FormRow>
      )}
      {isRemoving && (
        <Dialog
          title={words.removeTitle}
          harmless={words.removeKeep}
          onHarmless={() => setRemoving(false)}
          act={words.removeNow}
          actKind="danger"
          acting={removing.isBusy}
          actingText={words.removing}
          onAct={() =>
            void removing.run(async () => {
              const changed = await model.server.call('relay.remove', {});
              setRemoving(false);
              onChanged(changed.relay);
              model.say(words.removed);
            })
          }
        >
          <p>{removing.failure ?? words.removeText}</p>
        </Dialog>
      )}
    </>
  );
}
