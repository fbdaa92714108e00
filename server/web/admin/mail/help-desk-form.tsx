import { useState } from 'preact/hooks';
import type { Channel } from '../../../../shared/contract/channel.ts';
import type { HelpDesks } from '../../../../shared/contract/invitation.ts';
import { Button } from '../../../../shared/ui/button.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { texts } from '../../texts/admin-en.ts';
import { mailTexts as words } from '../../texts/admin-mail-en.ts';
import { Failure } from '../form/failure.tsx';
import { FormRow } from '../form/form-row.tsx';
import { PanelForm } from '../form/panel-form.tsx';
import { useUnsaved } from '../form/use-unsaved.ts';
import { useForm } from '../form/use-form.ts';
import { useSending } from '../form/use-sending.ts';
import { usePanel } from '../frame/panel-context.ts';
import { paths } from '../frame/paths.ts';
import { SeeAlso } from '../frame/see-also.tsx';
import { helpDeskDraft, helpDeskFaults, helpDesksOf, isHelpDeskChanged } from './help-desk-draft.ts';
import type { HelpDeskDraft } from './help-desk-draft.ts';

type HelpDeskFormProps = {
  helpDesks: HelpDesks;
  channels: readonly Channel[];
  from: string;
  onSaved: (helpDesks: HelpDesks) => void;
};

/** A shared address for each channel, and the domains that customers may mail. */
export function HelpDeskForm({ helpDesks, channels, from, onSaved }: HelpDeskFormProps) {
  const { model } = usePanel();
  const saved = helpDeskDraft(helpDesks, channels, from);
  const form = useForm<HelpDeskDraft>(saved, () => ({}));
  const draft = form.values;
  useUnsaved(isHelpDeskChanged(saved, draft));
  const [faults, setFaults] = useState<readonly string[]>([]);
  const sending = useSending();
  const save = () => {
    const found = helpDeskFaults(draft);
    setFaults(found);
    if (found.length > 0) return;
    void sending.run(async () => {
      const changed = await model.server.call('helpDesks.update', helpDesksOf(draft, channels));
      form.sent(draft);
      onSaved(changed.helpDesks);
      model.say(texts.unsaved.saved);
    });
  };
  return (
    <PanelForm onSave={save}>
      <FormRow
        title={words.desks}
        hint={words.desksHint}
        seeAlso={<SeeAlso href={paths.channels}>{texts.channels.title}</SeeAlso>}
      >
        {channels.map(({ id, name }) => (
          <TextInput
            key={id}
            label={words.deskOf(safeName(name))}
            type="email"
            optional
            value={draft.addresses[id] ?? ''}
            onValue={(address) => form.set('addresses', { ...draft.addresses, [id]: address })}
            error={faults.includes(id) ? words.wrong.desks : undefined}
            autocomplete="off"
          />
        ))}
      </FormRow>
      <FormRow title={words.domains} hint={words.domainsHint}>
        <TextInput
          label={words.domainsField}
          hint={words.domainsFieldHint}
          value={draft.domains}
          onValue={(domains) => form.set('domains', domains)}
          error={faults.includes('domains') ? words.wrong.domains : undefined}
          autocomplete="off"
          spellcheck={false}
        />
        <Failure text={sending.failure} />
        <p class="admin-mail-ways">
          <Button type="submit" kind="primary" size="main" busy={sending.isBusy} busyText={texts.unsaved.saving}>
            {texts.unsaved.save}
          </Button>
        </p>
      </FormRow>
    </PanelForm>
  );
}
