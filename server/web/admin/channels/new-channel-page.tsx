import { Button } from '../../../../shared/ui/button.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { texts } from '../../texts/admin-en.ts';
import { isNameTaken } from '../error-words.ts';
import { Failure } from '../form/failure.tsx';
import { rules } from '../form/field-rules.ts';
import { findFaults } from '../form/find-faults.ts';
import { PanelForm } from '../form/panel-form.tsx';
import { useUnsaved } from '../form/use-unsaved.ts';
import { useForm } from '../form/use-form.ts';
import { useSending } from '../form/use-sending.ts';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { paths } from '../frame/paths.ts';
import { ChannelWordsFields } from './channel-words-fields.tsx';

const { channelName, description } = rules;

/** A new channel; its numbers and members are set on its own page, which opens next. */
export function NewChannelPage() {
  const { model, router } = usePanel();
  const form = useForm({ channelName: '', description: '' }, (values) =>
    findFaults(values, { channelName, description }),
  );
  const sending = useSending();
  useUnsaved(!sending.isBusy && form.values.channelName !== '');
  const create = async () => {
    const { channel } = await model.server.call('channels.create', {
      name: form.values.channelName,
      description: form.values.description.trim(),
    });
    model.say(texts.channels.created(safeName(channel.name)));
    router.setUnsaved(false);
    router.go(paths.channel(channel.id));
  };
  const blameName = (error: unknown) => {
    const isTaken = isNameTaken(error);
    if (isTaken) form.blame('channelName', texts.wrong.channelNameTaken);
    return isTaken;
  };
  return (
    <PanelPage
      section={paths.channels}
      title={texts.channels.add}
      parent={{ label: texts.channels.title, href: paths.channels }}
    >
      <PanelForm
        id={form.id}
        onSave={() => {
          if (form.check()) void sending.run(create, blameName);
        }}
      >
        <ChannelWordsFields values={form.values} faults={form.faults} onValue={form.set} />
        <div class="admin-form-end">
          <Failure text={sending.failure} />
          <Button type="submit" kind="primary" size="main" busy={sending.isBusy} busyText={texts.channels.creating}>
            {texts.channels.create}
          </Button>
          <Button size="main" onClick={() => router.go(paths.channels)}>
            {texts.cancel}
          </Button>
        </div>
      </PanelForm>
    </PanelPage>
  );
}
