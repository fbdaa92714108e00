/** The words about what was written and not sent. Names have been made safe. */
export const draftTexts = {
  tooManyUnsent: 'Too many messages wait for the server. Wait until they are sent.',
  /** Above the words of a session that is gone; `more` wait behind it. */
  left: (customer: string, more: number) => {
    const gone = customer === '' ? 'A session of yours is gone.' : `You are no longer in the session with ${customer}.`;
    const others = more === 0 ? '' : more === 1 ? ' Another one follows.' : ` ${more} others follow.`;
    return `${gone}${others} This was not sent:`;
  },
  ended: 'The session ended before this was sent:',
  leftFiles: (names: readonly string[]) => (names.length === 1 ? `File: ${names[0]}` : `Files: ${names.join(', ')}`),
  note: 'Note',
  /** `label` is what was written, such as a note; empty for a message. */
  copy: (label: string) => (label === '' ? 'Copy' : `Copy: ${label}`),
  discard: 'Discard',
  signOutTitle: 'Sign out and lose what is not sent?',
  signOut: 'What you have written and not sent or saved is removed from this computer.',
  chooseAgain: 'Not sent: its page was closed. Choose it again.',
};
