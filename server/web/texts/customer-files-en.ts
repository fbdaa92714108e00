/** The customer's words about files, beside those that both sides share. */
export const fileTexts = {
  title: 'Files',
  hint: 'They can be downloaded until you leave this page.',
  loading: 'The files are being fetched',
} as const;
