/** What stands in the place of something that could not be fetched from the server. */
export const fetchedTexts = {
  missing: 'This could not be fetched.',
  mayBeOld: 'This may be old.',
  again: 'Try again',
  whenBack: 'This is fetched as soon as the server answers.',
};
