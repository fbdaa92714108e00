import { shortcutTexts } from './shortcuts-en.ts';
import { teamTexts } from './team-en.ts';

/** What the rooms of Home are called. */
export const roomTexts = {
  home: 'Home',
  requests: 'Requests',
  reservations: 'Reservations',
  shortcuts: shortcutTexts.room,
  history: 'History',
  team: teamTexts.room,
  settings: 'Settings',
} as const;
