import { ArrowDown, ArrowUp, Ellipsis } from 'lucide';
import type { ComponentChildren } from 'preact';
import { stepAmongSiblings, treeRows } from '../../../../shared/contract/item-tree.ts';
import type { TreeItem } from '../../../../shared/contract/item-tree.ts';
import { EmptyState } from '../../../../shared/ui/empty-state.tsx';
import { IconButton } from '../../../../shared/ui/icon-button.tsx';
import { List, ListRow } from '../../../../shared/ui/list-row.tsx';
import { Menu } from '../../../../shared/ui/menu.tsx';
import type { MenuItem } from '../../../../shared/ui/menu.tsx';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { treeTexts } from '../../texts/admin-tree-en.ts';
import { Failure } from '../form/failure.tsx';
import './tree.css';

/** How one item of a tree is drawn. */
export type TreeRowWords = { start?: ComponentChildren; title: ComponentChildren; detail?: ComponentChildren };

type TreeListProps<Item extends TreeItem, Key extends string> = {
  label: string;
  /** What it is, above it; and what stands there while there is nothing. */
  lead: string;
  empty: string;
  /** Why the last order did not work, unless a dialog says it. */
  failure: string | undefined;
  items: readonly Item[];
  /** The item's plain name, for the buttons' labels. */
  nameOf: (item: Item) => string;
  draw: (item: Item) => TreeRowWords;
  orders: (item: Item) => readonly MenuItem<Key>[];
  onOrder: (item: Item, order: Key) => void;
  /** One step among its siblings: it goes before `before`, or last. */
  onStep: (item: Item, before: string | null) => void;
  isBusy: boolean;
};

/** A small tree, every item a row: order by two buttons, all else in its menu. */
export function TreeList<Item extends TreeItem, Key extends string>(props: TreeListProps<Item, Key>) {
  const { lead, empty, failure, items } = props;
  return (
    <>
      {failure !== undefined && (
        <div class="admin-part">
          <Failure text={failure} />
        </div>
      )}
      <p class="admin-part rh-soft">{lead}</p>
      {items.length === 0 ? (
        <div class="admin-part">
          <EmptyState text={empty} />
        </div>
      ) : (
        <Rows {...props} />
      )}
    </>
  );
}

function Rows<Item extends TreeItem, Key extends string>(props: TreeListProps<Item, Key>) {
  const { label, items, nameOf, draw, orders, onOrder, onStep, isBusy } = props;
  const stepButton = (item: Item, step: 'up' | 'down') => {
    const before = stepAmongSiblings(items, item, step);
    const words = step === 'up' ? treeTexts.up : treeTexts.down;
    return (
      <IconButton
        icon={step === 'up' ? ArrowUp : ArrowDown}
        label={words(safeName(nameOf(item)))}
        disabledReason={before === undefined ? treeTexts.atEnd : undefined}
        aria-busy={isBusy}
        onClick={() => {
          if (before !== undefined && !isBusy) onStep(item, before);
        }}
      />
    );
  };
  return (
    <div class="admin-tree">
      <List label={label}>
        {treeRows(items).map(({ item, depth }) => {
          const { start, title, detail } = draw(item);
          return (
            <ListRow
              key={item.id}
              start={<span class={`admin-tree-start admin-tree-depth-${Math.min(depth, 4)}`}>{start}</span>}
              title={title}
              detail={detail}
              actionStays
              action={
                <span class="admin-tree-orders">
                  {stepButton(item, 'up')}
                  {stepButton(item, 'down')}
                  <Menu
                    label={treeTexts.more(safeName(nameOf(item)))}
                    icon={Ellipsis}
                    items={orders(item)}
                    onSelect={(order) => onOrder(item, order)}
                  />
                </span>
              }
            />
          );
        })}
      </List>
    </div>
  );
}
