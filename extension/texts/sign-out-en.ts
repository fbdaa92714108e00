/** The question before a rep signs out who has customers; a part of `texts`. */
export const signOutTexts = {
  title: (names: readonly string[]) => {
    const [first = '', second, ...others] = names;
    if (second === undefined) return `Sign out and leave ${first} without help?`;
    if (others.length === 0) return `Sign out and leave ${first} and ${second} without help?`;
    return `Sign out and leave ${first}, ${second} and ${others.length} more without help?`;
  },
  what: 'They see that you are gone. Unless you sign in again within five minutes, these sessions end by themselves. Better end them first.',
  stay: 'Stay signed in',
  signOut: 'Sign out',
};
