import { shortcutTexts } from './shortcuts-en.ts';

/** What the rooms of Home are called. */
export const roomTexts = {
  home: 'Home',
  requests: 'Requests',
  reservations: 'Reservations',
  shortcuts: shortcutTexts.room,
  history: 'History',
  settings: 'Settings',
} as const;
