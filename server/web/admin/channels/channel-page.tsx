import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Account } from '../../../../shared/contract/account.ts';
import type { Channel } from '../../../../shared/contract/channel.ts';
import { AppError } from '../../../../shared/contract/errors.ts';
import type { ChannelId } from '../../../../shared/contract/identifiers.ts';
import type { QueueDefaults } from '../../../../shared/contract/queue-settings.ts';
import { NumberInput } from '../../../../shared/ui/number-input.tsx';
import { texts } from '../../texts/admin-en.ts';
import { hoursTexts } from '../../texts/admin-hours-en.ts';
import { queueTexts } from '../../texts/admin-queue-en.ts';
import { isNameTaken } from '../error-words.ts';
import { rules } from '../form/field-rules.ts';
import { findFaults } from '../form/find-faults.ts';
import { FormRow } from '../form/form-row.tsx';
import { PanelForm } from '../form/panel-form.tsx';
import { setChange } from '../form/set-change.ts';
import { useForm } from '../form/use-form.ts';
import { useSaving } from '../form/use-saving.tsx';
import { LoadState } from '../frame/load-state.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { PanelPage } from '../frame/panel-page.tsx';
import { SeeAlso } from '../frame/see-also.tsx';
import { paths } from '../frame/paths.ts';
import { useFresh } from '../frame/use-fresh.ts';
import { useLoaded } from '../frame/use-loaded.ts';
import { channelChanges, channelDraft, distributionOf } from './channel-draft.ts';
import { ChannelStatusMark } from './channel-status.tsx';
import { ChannelWordsFields } from './channel-words-fields.tsx';
import { DistributionFields } from './distribution-fields.tsx';
import { MeaningPane } from './meaning-pane.tsx';
import { MemberChecks } from './member-checks.tsx';
import { RemoveRow } from './remove-row.tsx';

const { channelName, description } = rules;
const parent = { label: texts.channels.title, href: paths.channels };
const numbers = { min: 1, max: 99 } as const;

/** One channel: what customers read, how many at once, who answers. */
export function ChannelPage({ id }: { id: ChannelId }) {
  const { model } = usePanel();
  const asked = useLoaded(async () => {
    const [{ accounts }, { channels }, { defaults }] = await Promise.all([
      model.server.call('accounts.list', {}),
      model.server.call('channels.list', {}),
      model.server.call('queueDefaults.get', {}),
    ]);
    const channel = channels.find((one) => one.id === id);
    if (channel === undefined) throw new AppError('not-found');
    return { channel, accounts, defaults };
  }, id);
  const { loaded, reload, replace } = asked;
  useFresh(asked);
  const loadState = <LoadState loaded={loaded} onRetry={reload} />;
  if (loaded.at === 'ready') {
    const { value } = loaded;
    return <Editor {...value} loadState={loadState} onChanged={(channel) => replace({ ...value, channel })} />;
  }
  return (
    <PanelPage section={paths.channels} title={texts.loading} parent={parent}>
      {loadState}
    </PanelPage>
  );
}

type EditorProps = {
  channel: Channel;
  accounts: readonly Account[];
  defaults: QueueDefaults;
  /** Says when status and figures cannot be brought up to date. */
  loadState: ComponentChildren;
  onChanged: (channel: Channel) => void;
};

function Editor({ channel, accounts, defaults, loadState, onChanged }: EditorProps) {
  const { model } = usePanel();
  // What is asked again every now and then moves status and figures, never what somebody is changing.
  const [saved, setSaved] = useState(() => channelDraft(channel));
  const form = useForm(saved, (values) => findFaults(values, { channelName, description }));
  const { values, set } = form;
  const changes = channelChanges(saved, values);

  const store = async () => {
    const [{ id }, sent] = [channel, values];
    const changed = await model.server.call('channels.update', {
      id,
      name: values.channelName,
      description: values.description.trim(),
      numbers: { availableQueue: values.availableQueue, busyQueue: values.busyQueue },
      distribution: distributionOf(values),
    });
    const { add, remove } = setChange(saved.members, sent.members);
    const isSame = add.length + remove.length === 0;
    const last = isSame ? changed : await model.server.call('channels.changeMembers', { id, add, remove });
    setSaved(channelDraft(last.channel));
    onChanged(last.channel);
  };
  const blameName = (error: unknown) => {
    const isTaken = isNameTaken(error);
    if (isTaken) form.blame('channelName', texts.wrong.channelNameTaken);
    return isTaken;
  };
  const saving = useSaving({ form, changes, store, onError: blameName });
  return (
    <PanelPage
      section={paths.channels}
      title={channel.name}
      parent={parent}
      actions={<SeeAlso href={paths.channelHours(channel.id)}>{hoursTexts.title}</SeeAlso>}
      titleEnd={<ChannelStatusMark status={channel.status} isNow />}
      pane={<MeaningPane channel={channel} defaults={defaults} draft={values} isChanged={changes.length > 0} />}
      unsaved={saving.bar}
    >
      {loadState}
      <PanelForm id={form.id} onSave={saving.save}>
        <ChannelWordsFields values={values} faults={form.faults} onValue={set} />
        <FormRow
          title={texts.channels.numbersTitle}
          hint={texts.channels.numbersHint}
          seeAlso={<SeeAlso href={paths.queue}>{queueTexts.ofOrganisation}</SeeAlso>}
        >
          <NumberInput
            label={texts.channels.available}
            hint={texts.channels.availableHint}
            value={values.availableQueue ?? undefined}
            placeholder={String(defaults.availableQueue)}
            onValue={(value) => set('availableQueue', value ?? null)}
            {...numbers}
          />
          <NumberInput
            label={texts.channels.busy}
            hint={texts.channels.busyHint}
            value={values.busyQueue ?? undefined}
            placeholder={String(defaults.busyQueue)}
            onValue={(value) => set('busyQueue', value ?? null)}
            {...numbers}
          />
        </FormRow>
        <DistributionFields values={values} organisation={defaults} onValue={set} />
        <MemberChecks accounts={accounts} chosen={values.members} onChosen={(members) => set('members', members)} />
      </PanelForm>
      <RemoveRow channel={channel} />
    </PanelPage>
  );
}
