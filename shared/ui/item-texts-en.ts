/** What shortcuts are made of, and what is wrong with one, in the words that the panel and the web panel share. */
import type { ItemField } from '../contract/item-draft.ts';
import type { SharedItem } from '../contract/shared-item.ts';

export const itemTextsEn = {
  kinds: {
    folder: 'Folder',
    favorite: 'Favorite',
    directory: 'Folder on the customer’s computer',
    program: 'Program',
    reply: 'Reply',
    file: 'File',
  } satisfies Record<SharedItem['kind'], string>,
  file: (size: string, sha256: string) => `${size} · SHA-256 ${sha256}`,
  change: 'Change…',
  remove: 'Remove…',
  titleChange: (name: string) => `Change ${name}`,
  save: 'Save',
  saving: 'Saving…',
  cancel: 'Cancel',
  removeTitle: (name: string) => `Remove ${name}?`,
  keep: 'Keep it',
  removeNow: 'Remove',
  removing: 'Removing…',
  folder: 'Folder',
  noFolder: 'None: at the top',
  fields: {
    name: 'Name',
    address: 'Address',
    path: 'Path',
    arguments: 'Arguments',
    word: 'Word',
    text: 'Text',
  } satisfies Record<ItemField, string>,
  addressHint: 'Begins with https:// or http://.',
  textHint: '{customer} and {rep} become the names of both, {channel} that of the support channel.',
  wrong: {
    name: 'Write what it is called, in at most 80 letters.',
    address: 'Write an address that begins with https:// or http://.',
    path: 'Write where it lies, in at most 400 letters.',
    arguments: 'Use one line of at most 400 letters.',
    word: 'Use one word of at most 24 letters, digits and dashes.',
    text: 'Write the reply, in at most 2,000 letters.',
  } satisfies Record<ItemField, string>,
};
