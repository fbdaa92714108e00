/** The rep's words about searching a session's log. */
export const searchTexts = {
  open: 'Search this session',
  label: 'Search this session',
  count: (now: number, of: number) => (of === 0 ? 'none' : `${now} of ${of}`),
  earlier: 'Earlier',
  later: 'Later',
  close: 'Close the search',
};
