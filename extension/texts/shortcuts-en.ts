/** The rep's words about shortcuts: the own ones, and what the organisation shares with its reps. */
import type { ItemField, WrittenKind } from '../../shared/contract/item-draft.ts';
import type { SharedItem } from '../../shared/contract/shared-item.ts';

const kinds: Record<SharedItem['kind'], string> = {
  folder: 'Folder',
  favorite: 'Favorite',
  directory: 'Folder on the customer’s computer',
  program: 'Program',
  reply: 'Reply',
  file: 'File',
};

export const shortcutTexts = {
  room: 'Shortcuts',
  own: 'Your own',
  shared: 'From your organisation',
  offers: 'Replies and favorites',
  ownEmpty: 'Nothing of your own yet. Add what you open or write every day.',
  empty:
    'Your organisation shares nothing yet. An administrator adds favorites, replies, programs and files in the web panel.',
  hint: 'Type / in a chat to use replies and favorites there.',
  programHint: 'Programs and folders of the customer’s computer are opened there, after a yes on that computer.',
  open: (name: string) => `Open ${name} in a new tab`,
  use: (name: string) => `Use ${name} in a session`,
  copy: (name: string) => `Copy ${name}`,
  pasteHere: (customer: string) => `Put into the chat with ${customer}`,
  launchOn: {
    directory: (customer: string) => `Open on ${customer}’s computer`,
    program: (customer: string) => `Start on ${customer}’s computer`,
  },
  noComputer: 'once the screen is shared',
  noLocalPath: 'no path of that computer',
  askedOn: (customer: string) => `${customer} is asked on their computer.`,
  isAsked: (customer: string, name: string) => `${customer} is asked whether to open ${name}.`,
  takeBack: 'Take back',
  suggestTo: (customer: string) => `Ask ${customer} to open it`,
  suggested: (customer: string) => `${customer} is asked whether to open it.`,
  file: (size: string, sha256: string) => `${size} · SHA-256 ${sha256}`,
  kinds,

  add: 'Add',
  news: {
    favorite: 'New favorite…',
    folder: 'New folder…',
    directory: 'New folder on the customer’s computer…',
    program: 'New program…',
    reply: 'New reply…',
  } satisfies Record<WrittenKind, string>,
  orders: (name: string) => `Change, move or remove ${name}`,
  change: 'Change…',
  up: 'Move up',
  down: 'Move down',
  remove: 'Remove…',
  titleNew: (kind: WrittenKind) => `New ${kinds[kind].toLowerCase()}`,
  titleChange: (name: string) => `Change ${name}`,
  save: 'Save',
  saving: 'Saving…',
  cancel: 'Cancel',
  removeTitle: (name: string) => `Remove ${name}?`,
  removeText: (below: number) =>
    below === 0
      ? 'It is gone from all your browsers. This cannot be undone.'
      : `It is gone from all your browsers, with ${below === 1 ? 'the item' : `the ${below} items`} in it. This cannot be undone.`,
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
  hints: {
    name: undefined,
    address: 'Begins with https:// or http://.',
    path: 'On the customer’s computer.',
    arguments: undefined,
    word: 'What you type after / to find it.',
    text: '{customer} and {rep} become the names of both, {channel} that of the support channel.',
  } satisfies Record<ItemField, string | undefined>,
  wrong: {
    name: 'Write what it is called, in at most 80 letters.',
    address: 'Write an address that begins with https:// or http://.',
    path: 'Write where it lies, in at most 400 letters.',
    arguments: 'Use one line of at most 400 letters.',
    word: 'Use one word of at most 24 letters, digits and dashes.',
    text: 'Write the reply, in at most 2,000 letters.',
  } satisfies Record<ItemField, string>,

  composer: 'Replies and favorites',
  suggest: {
    button: 'Suggest a page',
    title: (customer: string) => `Suggest a page to ${customer}`,
    text: (customer: string) =>
      `${customer} sees the whole address and decides. It opens in a new tab of their own browser.`,
    address: 'Address',
    addressHint: 'Begins with https:// or http://.',
    wrong: 'This is no address that can be suggested: https:// or http://, a host, and no name or password before it.',
    favorites: 'Favorites',
    ask: (customer: string) => `Ask ${customer}`,
    asking: 'Asking…',
    cancel: 'Cancel',
  },
};
