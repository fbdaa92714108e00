import { treeRows } from '../../../shared/contract/item-tree.ts';
import { List } from '../../../shared/ui/list-row.tsx';
import { Section } from '../../../shared/ui/section.tsx';
import { shortcutTexts as words } from '../../texts/shortcuts-en.ts';
import { useView } from '../../view/view-context.ts';
import { OwnShortcuts } from './own-shortcuts.tsx';
import { ShortcutRow } from './shortcut-row.tsx';
import { UseOrders } from './use-orders.tsx';
import './shortcuts-room.css';

/** The rep's own shortcuts, and what the organisation shares with its reps, each in its folders. */
export function ShortcutsRoom() {
  const { desk } = useView();
  const items = desk.shared.value;
  return (
    <>
      <p class="ext-shortcuts-hint">{words.hint}</p>
      <OwnShortcuts />
      <Section title={words.shared} flush={items.length > 0}>
        {items.length === 0 ? (
          <p class="ext-facts-none">{words.empty}</p>
        ) : (
          <List label={words.shared}>
            {treeRows(items).map((row) => (
              <ShortcutRow key={row.item.id} row={row}>
                <UseOrders item={row.item} />
              </ShortcutRow>
            ))}
          </List>
        )}
      </Section>
    </>
  );
}
