/** Every sentence of the web panel about shared items. */
import type { ItemField } from '../../../shared/contract/item-draft.ts';
import type { SharedItem } from '../../../shared/contract/shared-item.ts';
import { itemTextsEn } from '../../../shared/ui/item-texts-en.ts';

export const sharedTexts = {
  ...itemTextsEn,
  title: 'Shared items',
  lead: 'What reps find under Shortcuts. Replies and favorites are also offered in a chat after a /.',
  add: 'New item',
  kinds: { ...itemTextsEn.kinds, reply: 'Canned reply' },
  news: {
    folder: 'New folder…',
    favorite: 'New favorite…',
    directory: 'New folder on the customer’s computer…',
    program: 'New program…',
    reply: 'New canned reply…',
    file: 'Upload a file…',
  } satisfies Record<SharedItem['kind'], string>,
  here: (order: string) => `${order.replace('…', '')} in it…`,
  empty: 'Nothing is shared yet. A canned reply for what your reps write every day is a good beginning.',
  hints: {
    name: undefined,
    address: itemTextsEn.addressHint,
    path: 'On the customer’s computer. It is opened there from a session, after the customer’s yes.',
    arguments: undefined,
    word: 'What a rep types after / to find it, such as hello.',
    text: itemTextsEn.textHint,
  } satisfies Record<ItemField, string | undefined>,
  download: 'Download',
  titleNew: (kind: string) => `New: ${kind.toLowerCase()}`,
  saved: 'Saved. Reps see it at once.',
  removed: 'Removed.',
  program: (path: string, words: string) => (words === '' ? path : `${path} ${words}`),
  removeText: (below: number) =>
    below === 0
      ? 'Reps no longer find it. This cannot be undone.'
      : `Reps no longer find it, nor the ${below === 1 ? 'item' : `${below} items`} in it, files included. This cannot be undone.`,
  uploading: (name: string) => `Uploading ${name}`,
  percent: (share: number) => `${share} %`,
  stopUpload: 'Stop',
  stopped: 'The upload was stopped. Nothing of it was kept.',
  tooLarge: 'A shared file has at most 100 MB. Choose a smaller one.',
  uploadFailed: 'The file did not arrive. See whether you are online, then upload it again.',
} as const;
