/** The sentences of the web panel's page about the organisation. Names that come in have been made safe to show already. */
export const organisationTexts = {
  title: 'Organisation',
  row: 'Name',
  change: (before: string, now: string) => `name ${before} → ${now}`,
  more: 'Also for all of it',
  notes: {
    hours: 'the time zone, and how long reservations are kept',
    queue: 'numbers and distribution wherever a channel has none of its own',
    branding: 'logo, colour and words of the customers’ pages',
    mail: 'the mail server, help desks, and whom customers may mail',
    relay: 'for networks that find no direct way',
  },
} as const;
