import {
  AppWindow,
  Download,
  File,
  Folder,
  FolderOpen,
  FolderPlus,
  Globe,
  MessageSquareText,
  Pencil,
  Trash2,
  Upload,
} from 'lucide';
import type { SharedItem } from '../../../../shared/contract/shared-item.ts';
import { byteSize } from '../../../../shared/ui/byte-size.ts';
import { Icon } from '../../../../shared/ui/icon.tsx';
import type { IconNode } from '../../../../shared/ui/icon.tsx';
import type { MenuItem } from '../../../../shared/ui/menu.tsx';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { sharedTexts as words } from '../../texts/admin-shared-en.ts';
import type { TreeRowWords } from '../tree/tree-list.tsx';

const kinds = ['reply', 'favorite', 'program', 'directory', 'folder', 'file'] as const;

/** Something that can be made: `new-reply`, or in a folder. */
export type NewOrder = `new-${SharedItem['kind']}`;
export type ItemOrder = NewOrder | 'change' | 'remove' | 'download';

const icons: Record<SharedItem['kind'], IconNode> = {
  folder: Folder,
  favorite: Globe,
  directory: FolderOpen,
  program: AppWindow,
  reply: MessageSquareText,
  file: File,
};

/** How an item is drawn in the tree. */
export function itemRow(item: SharedItem): TreeRowWords {
  return {
    start: <Icon icon={icons[item.kind]} label={words.kinds[item.kind]} />,
    title: <OutsideText text={item.name} />,
    detail: item.kind === 'folder' ? undefined : <OutsideText text={detailOf(item)} />,
  };
}

/** What can be made, at the top or in a folder. */
export function newOrders(isInFolder: boolean): MenuItem<NewOrder>[] {
  return kinds.map((kind) => ({
    key: `new-${kind}`,
    label: isInFolder ? words.here(words.news[kind]) : words.news[kind],
    icon: kind === 'file' ? Upload : kind === 'folder' ? FolderPlus : icons[kind],
  }));
}

/** What can be done with an item. */
export function itemOrders(item: SharedItem): MenuItem<ItemOrder>[] {
  return [
    ...(item.kind === 'folder' ? newOrders(true) : []),
    item.kind === 'file'
      ? { key: 'download', label: words.download, icon: Download }
      : { key: 'change', label: words.change, icon: Pencil, apart: item.kind === 'folder' },
    { key: 'remove', label: words.remove, icon: Trash2, danger: true, apart: true },
  ];
}

function detailOf(item: Exclude<SharedItem, { kind: 'folder' }>): string {
  switch (item.kind) {
    case 'favorite':
      return item.address;
    case 'directory':
      return item.path;
    case 'program':
      return words.program(item.path, item.arguments);
    case 'reply':
      return `/${item.word} · ${item.text.length > 120 ? `${item.text.slice(0, 120)}…` : item.text}`;
    case 'file':
      return words.file(byteSize(item.bytes), item.sha256.slice(0, 12));
    default:
      return item satisfies never;
  }
}
