/** The rep's words about shortcuts: the own ones, and what the organisation shares with its reps. */
import type { ItemField, WrittenKind } from '../../shared/contract/item-draft.ts';
import { itemTextsEn } from '../../shared/ui/item-texts-en.ts';

export const shortcutTexts = {
  ...itemTextsEn,
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

  add: 'Add',
  news: {
    favorite: 'New favorite…',
    folder: 'New folder…',
    directory: 'New folder on the customer’s computer…',
    program: 'New program…',
    reply: 'New reply…',
  } satisfies Record<WrittenKind, string>,
  orders: (name: string) => `Change, move or remove ${name}`,
  up: 'Move up',
  down: 'Move down',
  titleNew: (kind: WrittenKind) => `New ${itemTextsEn.kinds[kind].toLowerCase()}`,
  removeText: (below: number) =>
    below === 0
      ? 'It is gone from all your browsers. This cannot be undone.'
      : `It is gone from all your browsers, with ${below === 1 ? 'the item' : `the ${below} items`} in it. This cannot be undone.`,
  hints: {
    name: undefined,
    address: itemTextsEn.addressHint,
    path: 'On the customer’s computer.',
    arguments: undefined,
    word: 'What you type after / to find it.',
    text: itemTextsEn.textHint,
  } satisfies Record<ItemField, string | undefined>,

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
