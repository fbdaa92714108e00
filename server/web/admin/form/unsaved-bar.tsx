import { PencilLine } from 'lucide';
import { useId, useLayoutEffect } from 'preact/hooks';
import { Button } from '../../../../shared/ui/button.tsx';
import { Icon } from '../../../../shared/ui/icon.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { texts } from '../../texts/admin-en.ts';
import { usePanel } from '../frame/panel-context.ts';
import type { Sending } from './use-sending.ts';

/** While `isUnsaved`, leaving the page asks first. A page may have several forms that say so. */
export function useUnsaved(isUnsaved: boolean): void {
  const { model, router } = usePanel();
  const form = useId();
  // With the words that say so, and not a moment later: what is pressed in between would lose it.
  useLayoutEffect(() => {
    router.setUnsaved(isUnsaved, form);
    // A toast stands where the bar that lists the changes begins.
    if (isUnsaved) model.closeToast();
    return () => router.setUnsaved(false, form);
  }, [model, router, form, isUnsaved]);
}

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
