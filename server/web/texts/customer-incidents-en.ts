/** The customer's words about catalogued reasons. */
export const incidentTexts = {
  label: 'Kind of problem',
  choose: 'Choose what fits best',
  other: 'Something else',
  missing: 'This kind of problem is not offered any more. Choose another one.',
} as const;
