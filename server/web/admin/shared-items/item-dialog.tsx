import { useState } from 'preact/hooks';
import { checkItem } from '../../../../shared/contract/item-draft.ts';
import type { ItemDraft } from '../../../../shared/contract/item-draft.ts';
import type { SharedItem, SharedItemBody } from '../../../../shared/contract/shared-item.ts';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { ItemFields } from '../../../../shared/ui/item-fields.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { sharedTexts as words } from '../../texts/admin-shared-en.ts';
import { Failure } from '../form/failure.tsx';
import type { Sending } from '../form/use-sending.ts';
import '../tree/tree.css';

type ItemDialogProps = {
  first: ItemDraft;
  items: readonly SharedItem[];
  sending: Sending;
  onSave: (draft: ItemDraft, body: SharedItemBody) => void;
  onClose: () => void;
};

/** One item's fields, and the folder that it stands in. */
export function ItemDialog({ first, items, sending, onSave, onClose }: ItemDialogProps) {
  const [draft, setDraft] = useState(first);
  const [wasTried, setTried] = useState(false);
  const checked = checkItem(draft);
  const faulty = wasTried && !checked.ok ? checked.faulty : [];
  const save = () => {
    setTried(true);
    if (checked.ok) onSave(draft, checked.body);
  };
  return (
    <Dialog
      title={
        first.id === undefined
          ? words.titleNew(words.kinds[first.kind])
          : words.titleChange(safeName(first.fields.name))
      }
      harmless={words.cancel}
      onHarmless={onClose}
      act={words.save}
      acting={sending.isBusy}
      actingText={words.saving}
      onAct={save}
    >
      <div class="admin-dialog-fields">
        <Failure text={sending.failure} />
        <ItemFields draft={draft} items={items} faulty={faulty} hints={words.hints} onDraft={setDraft} />
      </div>
    </Dialog>
  );
}
