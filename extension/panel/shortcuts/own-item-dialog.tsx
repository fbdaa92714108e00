import { useEffect, useRef, useState } from 'preact/hooks';
import { checkItem } from '../../../shared/contract/item-draft.ts';
import type { ItemDraft } from '../../../shared/contract/item-draft.ts';
import type { SharedItem, SharedItemBody } from '../../../shared/contract/shared-item.ts';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { ItemFields } from '../../../shared/ui/item-fields.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { shortcutTexts as words } from '../../texts/shortcuts-en.ts';

type OwnItemDialogProps = {
  first: ItemDraft;
  items: readonly SharedItem[];
  /** Resolves to why it could not be saved, or to nothing. */
  onSave: (draft: ItemDraft, body: SharedItemBody) => Promise<string | undefined>;
  onClose: () => void;
};

/** A shortcut's fields, and the folder that it stands in. */
export function OwnItemDialog({ first, items, onSave, onClose }: OwnItemDialogProps) {
  const form = useRef<HTMLFormElement>(null);
  // There is something to be written: a dialog begins at the button that changes nothing, which helps nobody here.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const [draft, setDraft] = useState(first);
  const [wasTried, setTried] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<string>();
  const checked = checkItem(draft);
  const faulty = wasTried && !checked.ok ? checked.faulty : [];
  const save = async () => {
    setTried(true);
    if (!checked.ok || isSaving) return;
    setSaving(true);
    setFailure(await onSave(draft, checked.body));
    setSaving(false);
  };
  return (
    <Dialog
      title={first.id === undefined ? words.titleNew(first.kind) : words.titleChange(safeName(first.fields.name))}
      harmless={words.cancel}
      onHarmless={onClose}
      act={words.save}
      acting={isSaving}
      actingText={words.saving}
      onAct={() => void save()}
    >
      <form
        ref={form}
        class="ext-shortcut-fields"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {failure !== undefined && (
          <Notice kind="danger" alert>
            {failure}
          </Notice>
        )}
        <ItemFields draft={draft} items={items} faulty={faulty} hints={words.hints} onDraft={setDraft} />
        {(draft.kind === 'program' || draft.kind === 'directory') && <p class="rh-soft">{words.programHint}</p>}
        {/* Enter in a field saves; the button that a person sees is the dialog's. */}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
