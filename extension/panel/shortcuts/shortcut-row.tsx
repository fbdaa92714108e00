import { AppWindow, File, Folder, FolderOpen, Globe, MessageSquareText } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { TreeRow } from '../../../shared/contract/item-tree.ts';
import type { SharedItem } from '../../../shared/contract/shared-item.ts';
import { byteSize } from '../../../shared/ui/byte-size.ts';
import { Icon } from '../../../shared/ui/icon.tsx';
import type { IconNode } from '../../../shared/ui/icon.tsx';
import { ListRow } from '../../../shared/ui/list-row.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { safeText } from '../../../shared/ui/safe-text.ts';
import { commandLine } from '../../session/slash-menu.ts';
import { shortcutTexts as words } from '../../texts/shortcuts-en.ts';

const icons: Record<SharedItem['kind'], IconNode> = {
  folder: Folder,
  favorite: Globe,
  directory: FolderOpen,
  program: AppWindow,
  reply: MessageSquareText,
  file: File,
};

/** One shortcut in its tree, whoever keeps it. `children` are its orders. */
export function ShortcutRow({
  row: { item, depth },
  children,
}: {
  row: TreeRow<SharedItem>;
  children: ComponentChildren;
}) {
  return (
    <ListRow
      start={
        <span class={`ext-shortcut-start ext-shortcut-depth-${depth}`}>
          <Icon icon={icons[item.kind]} label={words.kinds[item.kind]} />
        </span>
      }
      title={<OutsideText text={item.name} />}
      detail={item.kind === 'folder' ? undefined : <Detail item={item} />}
      actionStays
      action={<span class="ext-shortcut-orders">{children}</span>}
    />
  );
}

function Detail({ item }: { item: Exclude<SharedItem, { kind: 'folder' }> }) {
  switch (item.kind) {
    case 'favorite':
      return (
        <span class="ext-shortcut-address" title={safeText(item.address)}>
          <OutsideText text={item.address} />
        </span>
      );
    case 'directory':
    case 'program':
      return (
        <span class="ext-shortcut-detail">
          <OutsideText text={commandLine(item)} />
        </span>
      );
    case 'reply':
      return (
        <span class="ext-shortcut-detail" title={safeText(item.text)}>
          <OutsideText text={`/${item.word} · ${item.text}`} />
        </span>
      );
    case 'file':
      return <>{words.file(byteSize(item.bytes), item.sha256.slice(0, 12))}</>;
    default:
      return item satisfies never;
  }
}
