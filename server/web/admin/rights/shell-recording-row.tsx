import { useState } from 'preact/hooks';
import { Switch } from '../../../../shared/ui/switch.tsx';
import { recordingTexts } from '../../texts/admin-recordings-en.ts';
import { errorWords } from '../error-words.ts';
import { FormRow } from '../form/form-row.tsx';
import { usePanel } from '../frame/panel-context.ts';
import { useLoaded } from '../frame/use-loaded.ts';

const words = recordingTexts.setting;

/** Whether command lines are recorded: for everybody alike, in effect at once. */
export function ShellRecordingRow() {
  const { model } = usePanel();
  const { loaded, replace } = useLoaded(() => model.server.call('shells.settings', {}), 'shells');
  const [isSaving, setSaving] = useState(false);
  if (loaded.at !== 'ready') return null;
  const turn = async (recordsShells: boolean) => {
    setSaving(true);
    try {
      replace(await model.server.call('shells.setSettings', { settings: { recordsShells } }));
    } catch (error) {
      model.say(errorWords(error));
    }
    setSaving(false);
  };
  return (
    <FormRow title={words.title} hint={words.hint}>
      <Switch
        label={words.label}
        hint={words.labelHint}
        checked={loaded.value.settings.recordsShells}
        disabled={isSaving}
        onChecked={(on) => void turn(on)}
      />
    </FormRow>
  );
}
