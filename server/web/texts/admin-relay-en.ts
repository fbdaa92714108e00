/** Every sentence of the web panel about the relay. */
import type { RelayTrial } from '../../../shared/contract/relay.ts';

const trials: Record<RelayTrial, string> = {
  works: 'The relay answers and lets sessions through.',
  refused:
    'Something answers there, but does not take this secret. Compare it with static-auth-secret in coturn’s settings.',
  silent: 'Nothing answers there. See whether the relay runs, and whether a firewall keeps the port shut.',
};

export const relayTexts = {
  title: 'Relay',
  row: 'Relay (TURN)',
  rowHint: 'Carries the screen, encrypted from end to end, where two networks find no direct way.',
  by: {
    environment: 'Set by the server’s environment (TURN_URL and TURN_SECRET). It is changed there.',
    panel: 'Set here. A change counts for the next link; nothing has to be restarted.',
    nobody: 'No relay is set. Sessions whose networks find no direct way have chat and no screen.',
  },
  url: 'Address',
  urlHint: 'Such as turn:relay.example:3478, or turns: for one with TLS.',
  secret: 'Secret',
  secretHint: 'The same as static-auth-secret in coturn’s settings; at least 16 characters. It is never shown again.',
  secretKept: 'Empty: the secret that is stored stays.',
  save: 'Save',
  saving: 'Saving…',
  saved: 'Saved.',
  try: 'Try it',
  trying: 'Asking the relay…',
  trials,
  remove: 'Remove the relay…',
  removeTitle: 'Remove the relay?',
  removeText:
    'Sessions whose networks find no direct way then have chat and no screen. Those that run go on. The secret is forgotten.',
  removeKeep: 'Keep it',
  removeNow: 'Remove the relay',
  removing: 'Removing…',
  removed: 'The relay is removed.',
  wrongUrl: 'Write an address such as turn:relay.example:3478.',
  wrongSecret: 'Write the secret, at least 16 characters.',
} as const;
