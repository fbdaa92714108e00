/** The rep's question at the end. */
export const surveyTexts = {
  title: 'Is it solved?',
  lead: 'Counts in your team’s statistics. The customer does not see it.',
  solved: { yes: 'Yes', partly: 'Partly', no: 'No' },
  noted: 'Noted. You can change it.',
} as const;
