/** The question before a rep signs out who has customers; a part of `texts`. */
export const signOutTexts = {
  title: (names: readonly string[]) => {
    const [first = '', second, ...others] = names;
    if (second === undefined) return `Sign out and leave ${first} without help?`;
    if (others.length === 0) return `Sign out and leave ${first} and ${second} without help?`;
    return `Sign out and leave ${first}, ${second} and ${others.length} more without help?`;
  },
  gone: 'They see that you are gone. For five minutes you can sign in again and go on.',
  /** What follows for those with and without a channel. */
  afterwards: {
    line: 'After that, whoever asked in a support channel stands first in its line again, and another representative goes on.',
    end: 'After that, a session without a support channel ends by itself. Better end it first.',
  },
  stay: 'Stay signed in',
  signOut: 'Sign out',
};
