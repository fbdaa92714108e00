import type { ChannelStatus } from '../../../shared/contract/channel.ts';
import { count } from './count.ts';

const statusWords: Record<ChannelStatus, string> = {
  available: 'Available',
  busy: 'Busy',
  'reservation-only': 'Reservation Only',
  offline: 'Offline',
};

/** Every sentence of the web panel about support channels. */
export const channelTexts = {
  status: statusWords,
  title: 'Channels',
  add: 'New channel',
  columns: { name: 'Channel', status: 'Status', waiting: 'Waiting', members: 'Members' },
  empty: 'No channel yet. Customers choose one when they ask for help.',
  what: 'What it is',
  name: 'Name',
  nameHint: 'What customers choose, such as Printers.',
  description: 'Description',
  descriptionHint: 'One line below the name on the request page.',
  create: 'Create channel',
  creating: 'Creating…',
  created: (name: string) => `The channel ${name} is open.`,
  numbersTitle: 'Numbers',
  numbersHint: 'Empty means: as the organisation.',
  asOrganisation: 'as the organisation',
  available: 'Available Queue #',
  availableHint: 'customers one rep supports at the same time',
  busy: 'Busy Queue #',
  busyHint: 'customers who may wait, for each rep logged in',
  reservation: 'Reservation Queue #',
  reservationHint: 'customers who may ask to be called back',
  members: 'Members',
  membersHint: 'Who answers in this channel.',
  remove: 'Remove',
  removeHint: 'Closes the channel for customers.',
  removeAsk: 'Remove channel…',
  removeTitle: (name: string) => `Remove the channel ${name}?`,
  removeHeld: (waiting: number) =>
    `${count(waiting, 'customer waits', 'customers wait')} in it now. Once they are helped it can be removed.`,
  removeText: (reservations: number, members: number) => [
    reservations === 0
      ? 'Nobody waits in it, and no reservation is open.'
      : `${count(reservations, 'reservation is', 'reservations are')} open and would be closed: nobody calls these customers back. Who gave an e-mail address hears of it where mail is set up.`,
    `${count(members, 'account is', 'accounts are')} in it; the accounts stay. This cannot be undone.`,
  ],
  removeKeep: 'Keep the channel',
  removeNow: 'Remove channel',
  removing: 'Removing…',
  removed: (name: string) => `The channel ${name} is removed.`,
  changes: { name: 'name', description: 'description', members: 'members' },
  now: (status: string) => `${status} now`,
  meaning: {
    title: 'What these numbers mean now',
    members: (members: number) =>
      members === 0
        ? 'Nobody is in this channel. Choose members, so that somebody can answer.'
        : `${count(members, 'account is', 'accounts are')} in this channel.`,
    available: (each: number, members: number) =>
      `while a rep who is not Away has fewer than ${count(each, 'customer', 'customers')}. With all members logged in: ${count(each * members, 'customer', 'customers')} at once.`,
    busy: (each: number, members: number, waiting: number) =>
      `while fewer than ${each} wait for each rep logged in. With all members logged in: ${each * members}. Now ${waiting}.`,
    reservation: (most: number, open: number) =>
      most === 0
        ? 'when as many wait. Nobody can leave a reservation, because Reservation Queue # is 0.'
        : `when as many wait. Customers reserve a call until ${count(most, 'reservation is', 'reservations are')} open, here as under Busy and Offline. Now ${open}.`,
    offline: 'while no rep of this channel is logged in.',
    unsaved: 'Your changes count here already; they are in force once saved.',
  },
} as const;
