import { useState } from 'preact/hooks';
import * as v from 'valibot';
import type { Channel } from '../../../../shared/contract/channel.ts';
import { IncidentId, IncidentName } from '../../../../shared/contract/incident.ts';
import type { Incident } from '../../../../shared/contract/incident.ts';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { Select } from '../../../../shared/ui/select.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { incidentTexts as words } from '../../texts/admin-incidents-en.ts';
import { CheckList } from '../form/check-list.tsx';
import { Failure } from '../form/failure.tsx';
import type { Sending } from '../form/use-sending.ts';
import { atTop, possibleParents } from './incident-draft.ts';
import type { IncidentDraft } from './incident-draft.ts';
import '../tree/tree.css';

type IncidentDialogProps = {
  first: IncidentDraft;
  incidents: readonly Incident[];
  channels: readonly Channel[];
  sending: Sending;
  onSave: (draft: IncidentDraft) => void;
  onClose: () => void;
};

/** An incident's name, place and channels. */
export function IncidentDialog({ first, incidents, channels, sending, onSave, onClose }: IncidentDialogProps) {
  const [draft, setDraft] = useState(first);
  const [wasTried, setTried] = useState(false);
  const name = v.safeParse(IncidentName, draft.name);
  const save = () => {
    setTried(true);
    if (name.success) onSave({ ...draft, name: name.output });
  };
  return (
    <Dialog
      title={first.id === undefined ? words.newTitle : words.changeTitle(safeName(first.name))}
      harmless={words.cancel}
      onHarmless={onClose}
      act={words.save}
      acting={sending.isBusy}
      actingText={words.saving}
      onAct={save}
    >
      <div class="admin-dialog-fields">
        <Failure text={sending.failure} />
        <TextInput
          label={words.name}
          hint={words.nameHint}
          value={draft.name}
          error={wasTried && !name.success ? words.wrongName : undefined}
          autocomplete="off"
          maxLength={60}
          onValue={(value) => setDraft({ ...draft, name: value })}
        />
        <Select
          label={words.under}
          choices={possibleParents(incidents, first, words.atTop)}
          value={draft.parent ?? atTop}
          onValue={(value) => setDraft({ ...draft, parent: value === atTop ? null : v.parse(IncidentId, value) })}
        />
        <div>
          <p class="admin-label">{words.channels}</p>
          <p class="rh-soft">{words.channelsHint}</p>
          <CheckList
            label={words.channels}
            checks={channels.map((channel) => ({ id: channel.id, name: channel.name }))}
            chosen={draft.channels}
            onChosen={(chosen) => setDraft({ ...draft, channels: chosen })}
          />
        </div>
      </div>
    </Dialog>
  );
}
