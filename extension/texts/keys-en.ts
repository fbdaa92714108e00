/** Words about keys: the panel's, the browser's, and those that never reach the customer. */
export const keyTexts = {
  title: 'All keys',
  anywhere: 'Anywhere in the browser, unless you have changed them there:',
  kept: {
    chrome: null,
    firefox:
      'Firefox keeps Ctrl N, Ctrl T, Ctrl W, Ctrl Q, Ctrl Shift W, Ctrl Shift P and F11 for itself: they never reach the customer.',
  },
  openPanel: 'Open the panel',
  close: 'Close',
  accept: 'Accept the offer',
  pass: 'Pass the offer on',
  home: 'Home',
  session: 'Session by its place',
  nextUnread: 'Next session with something unread',
  lastUnread: 'Previous session with something unread',
  chat: 'Chat',
  screen: 'Screen',
  report: 'Report',
  note: 'Note for reps',
  view: 'Ask to see the screen',
  control: 'Ask for control',
  release: 'Release control',
  search: 'Search the session',
  mute: 'Mute your microphone in a call',
  start: 'Start Session',
  all: 'All keys',
};
