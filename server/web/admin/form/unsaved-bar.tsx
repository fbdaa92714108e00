import { PencilLine } from 'lucide';
import { Button } from '../../../../shared/ui/button.tsx';
import { Icon } from '../../../../shared/ui/icon.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { texts } from '../../texts/admin-en.ts';
import type { Sending } from './use-sending.ts';

type UnsavedBarProps = { changes: readonly string[]; sending: Sending; onDiscard: () => void; onSave: () => void };

/** What is not saved yet, in words, with Discard and Save. */
export function UnsavedBar({ changes, sending, onDiscard, onSave }: UnsavedBarProps) {
  return (
    <>
      <p class="admin-unsaved-words" role="status">
        <Icon icon={PencilLine} />
        {sending.failure ?? texts.unsaved.list(changes.map((change) => safeName(change)))}
      </p>
      <Button size="main" onClick={onDiscard}>
        {texts.unsaved.discard}
      </Button>
      <Button size="main" kind="primary" busy={sending.isBusy} busyText={texts.unsaved.saving} onClick={onSave}>
        {texts.unsaved.save}
      </Button>
    </>
  );
}
