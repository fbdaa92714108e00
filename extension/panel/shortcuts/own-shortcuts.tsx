import { ArrowDown, ArrowUp, Ellipsis, Pencil, Trash2 } from 'lucide';
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import { AppError } from '../../../shared/contract/errors.ts';
import { draftOf, newDraft } from '../../../shared/contract/item-draft.ts';
import type { ItemDraft, WrittenKind } from '../../../shared/contract/item-draft.ts';
import { branchOf, stepAmongSiblings, treeRows } from '../../../shared/contract/item-tree.ts';
import { SharedItemId } from '../../../shared/contract/shared-item.ts';
import type { SharedItem, SharedItemBody } from '../../../shared/contract/shared-item.ts';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { List } from '../../../shared/ui/list-row.tsx';
import { Menu } from '../../../shared/ui/menu.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { shortcutTexts as words } from '../../texts/shortcuts-en.ts';
import { useView } from '../../view/view-context.ts';
import { OwnItemDialog } from './own-item-dialog.tsx';
import { ShortcutRow } from './shortcut-row.tsx';
import { UseOrders } from './use-orders.tsx';

const kinds: readonly WrittenKind[] = ['favorite', 'folder', 'program', 'directory', 'reply'];

/** What the rep keeps for themselves: added, changed, moved and removed here, in any of the rep's browsers. */
export function OwnShortcuts() {
  const { desk, client } = useView();
  const items = desk.shortcuts.value;
  const [writing, setWriting] = useState<ItemDraft>();
  const [removing, setRemoving] = useState<SharedItem>();

  const save = (draft: ItemDraft, item: SharedItemBody) =>
    whyNot(async () => {
      const { id, parent } = draft;
      if (id === undefined) await client.call('shortcuts.add', { parent, item });
      else {
        await client.call('shortcuts.change', { id, item });
        const before = items.find((one) => one.id === id)?.parent;
        if (before !== parent) await client.call('shortcuts.move', { id, parent, before: null });
      }
      setWriting(undefined);
    });

  return (
    <Section
      title={words.own}
      aside={
        <Menu
          label={words.add}
          items={kinds.map((kind) => ({ key: kind, label: words.news[kind] }))}
          onSelect={(kind) => setWriting(newDraft(kind, null))}
        >
          {words.add}
        </Menu>
      }
      flush={items.length > 0}
    >
      {items.length === 0 ? (
        <p class="ext-facts-none">{words.ownEmpty}</p>
      ) : (
        <List label={words.own}>
          {treeRows(items).map((row) => (
            <ShortcutRow key={row.item.id} row={row}>
              <UseOrders item={row.item} />
              <OwnOrders
                item={row.item}
                items={items}
                onChange={() => setWriting(draftOf(row.item))}
                onRemove={() => setRemoving(row.item)}
              />
            </ShortcutRow>
          ))}
        </List>
      )}
      {items.some(({ kind }) => kind === 'program' || kind === 'directory') && (
        <p class="ext-shortcuts-hint">{words.programHint}</p>
      )}
      {writing !== undefined && (
        <OwnItemDialog first={writing} items={items} onSave={save} onClose={() => setWriting(undefined)} />
      )}
      {removing !== undefined && (
        <Removal
          item={removing}
          below={branchOf(items, removing.id).length - 1}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </Section>
  );
}

type OwnOrdersProps = {
  item: SharedItem;
  items: readonly SharedItem[];
  onChange: () => void;
  onRemove: () => void;
};

function OwnOrders({ item, items, onChange, onRemove }: OwnOrdersProps) {
  const { orders } = useView();
  const step = (way: 'up' | 'down') => {
    const before = stepAmongSiblings(items, item, way);
    if (before === undefined) return;
    const { id, parent } = item;
    void orders.give('shortcuts.move', { id, parent, before: before === null ? null : v.parse(SharedItemId, before) });
  };
  const runs = { change: onChange, up: () => step('up'), down: () => step('down'), remove: onRemove };
  return (
    <Menu
      label={words.orders(safeName(item.name))}
      icon={Ellipsis}
      items={[
        { key: 'change', label: words.change, icon: Pencil },
        { key: 'up', label: words.up, icon: ArrowUp, disabled: stepAmongSiblings(items, item, 'up') === undefined },
        {
          key: 'down',
          label: words.down,
          icon: ArrowDown,
          disabled: stepAmongSiblings(items, item, 'down') === undefined,
        },
        { key: 'remove', label: words.remove, icon: Trash2, danger: true, apart: true },
      ]}
      onSelect={(order: keyof typeof runs) => runs[order]()}
    />
  );
}

function Removal({ item, below, onClose }: { item: SharedItem; below: number; onClose: () => void }) {
  const { orders } = useView();
  const [isRemoving, setRemoving] = useState(false);
  const remove = async () => {
    setRemoving(true);
    await orders.give('shortcuts.remove', { id: item.id });
    onClose();
  };
  return (
    <Dialog
      title={words.removeTitle(safeName(item.name))}
      harmless={words.keep}
      onHarmless={onClose}
      act={words.removeNow}
      actKind="danger"
      acting={isRemoving}
      actingText={words.removing}
      onAct={() => void remove()}
    >
      <p>{words.removeText(below)}</p>
    </Dialog>
  );
}

/** Does it; resolves to why it did not work, in words, for the dialog that stands open. */
async function whyNot(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.message;
  }
}
