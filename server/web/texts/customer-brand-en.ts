/** The customer's words where the organisation has not put its own. */
export const brandTexts = {
  kept: (organisation: string) =>
    `${organisation} keeps what you write here, and what happens in the session, to help you and to answer questions about it later.`,
  privacyLink: 'Privacy notice',
} as const;
