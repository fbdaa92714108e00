import { foldersFor } from '../../../../shared/contract/item-draft.ts';
import type { SharedItem, SharedItemId } from '../../../../shared/contract/shared-item.ts';
import type { Choice } from '../../../../shared/ui/select.tsx';
import { sharedTexts as words } from '../../texts/admin-shared-en.ts';

/** The choice of standing in no folder. */
export const noFolder = 'none';

/** The folders in which an item can stand: not in itself. */
export function folderChoices(items: readonly SharedItem[], id: SharedItemId | undefined): Choice<string>[] {
  return [
    { value: noFolder, label: words.noFolder },
    ...foldersFor(items, id).map((folder) => ({ value: folder.id, label: folder.names.join(' › ') })),
  ];
}
