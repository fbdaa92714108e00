import { fieldLengths, fieldsOf, foldersFor } from '../contract/item-draft.ts';
import type { ItemDraft, ItemField } from '../contract/item-draft.ts';
import type { SharedItem } from '../contract/shared-item.ts';
import { itemTextsEn as words } from './item-texts-en.ts';
import { safeName } from './safe-text.ts';
import { Select } from './select.tsx';
import { TextArea } from './text-area.tsx';
import { TextInput } from './text-input.tsx';

const noFolder = 'none';

type ItemFieldsProps = {
  draft: ItemDraft;
  /** All items, whose folders it may stand in. */
  items: readonly SharedItem[];
  faulty: readonly ItemField[];
  hints: Readonly<Record<ItemField, string | undefined>>;
  onDraft: (draft: ItemDraft) => void;
};

/** What can be written of a shortcut, own or shared, and the folder that it stands in. */
export function ItemFields({ draft, items, faulty, hints, onDraft }: ItemFieldsProps) {
  const folders = foldersFor(items, draft.id);
  return (
    <>
      {fieldsOf[draft.kind].map((name) => {
        const field = {
          label: words.fields[name],
          hint: hints[name],
          value: draft.fields[name],
          error: faulty.includes(name) ? words.wrong[name] : undefined,
          maxLength: fieldLengths[name],
          onValue: (value: string) => onDraft({ ...draft, fields: { ...draft.fields, [name]: value } }),
        };
        if (name === 'text') return <TextArea key={name} {...field} rows={5} />;
        return <TextInput key={name} {...field} autocomplete="off" optional={name === 'arguments'} />;
      })}
      <Select
        label={words.folder}
        choices={[
          { value: noFolder, label: words.noFolder },
          ...folders.map(({ id, names }) => ({
            value: String(id),
            label: names.map((name) => safeName(name)).join(' › '),
          })),
        ]}
        value={draft.parent ?? noFolder}
        onValue={(value) => onDraft({ ...draft, parent: folders.find(({ id }) => id === value)?.id ?? null })}
      />
    </>
  );
}
