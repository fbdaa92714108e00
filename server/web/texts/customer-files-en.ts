/** The customer's words about files, beside those that both sides share. */
export const fileTexts = {
  title: 'Files',
  hint: 'They can be downloaded until you leave this page.',
  loading: 'The files are being fetched',
  /** Over everything, while a file is held where nothing takes it. */
  nowhere: 'Files can be sent once somebody helps you in the chat.',
} as const;
