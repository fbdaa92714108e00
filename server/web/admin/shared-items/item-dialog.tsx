import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { checkItem, fieldLengths, fieldsOf } from '../../../../shared/contract/item-draft.ts';
import type { ItemDraft } from '../../../../shared/contract/item-draft.ts';
import { SharedItemId } from '../../../../shared/contract/shared-item.ts';
import type { SharedItem, SharedItemBody } from '../../../../shared/contract/shared-item.ts';
import { Dialog } from '../../../../shared/ui/dialog.tsx';
import { Notice } from '../../../../shared/ui/notice.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { Select } from '../../../../shared/ui/select.tsx';
import { TextArea } from '../../../../shared/ui/text-area.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { sharedTexts as words } from '../../texts/admin-shared-en.ts';
import type { Sending } from '../form/use-sending.ts';
import { folderChoices, noFolder } from './folder-choices.ts';
import '../tree/tree.css';

type ItemDialogProps = {
  first: ItemDraft;
  items: readonly SharedItem[];
  sending: Sending;
  onSave: (draft: ItemDraft, body: SharedItemBody) => void;
  onClose: () => void;
};

const hints = { address: words.addressHint, path: words.pathHint, word: words.wordHint, text: words.textHint } as const;

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
        {sending.failure !== undefined && (
          <Notice kind="danger" alert>
            {sending.failure}
          </Notice>
        )}
        {fieldsOf[draft.kind].map((name) => {
          const field = {
            label: words[name],
            hint: name in hints ? hints[name as keyof typeof hints] : undefined,
            value: draft.fields[name],
            error: faulty.includes(name) ? words.wrong[name] : undefined,
            maxLength: fieldLengths[name],
            onValue: (value: string) => setDraft({ ...draft, fields: { ...draft.fields, [name]: value } }),
          };
          if (name === 'text') return <TextArea key={name} {...field} rows={5} />;
          return <TextInput key={name} {...field} autocomplete="off" optional={name === 'arguments'} />;
        })}
        <Select
          label={words.folder}
          choices={folderChoices(items, draft.id)}
          value={draft.parent ?? noFolder}
          onValue={(value) => setDraft({ ...draft, parent: value === noFolder ? null : v.parse(SharedItemId, value) })}
        />
      </div>
    </Dialog>
  );
}
