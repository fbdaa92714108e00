/** What the customer's page says of pages that the rep suggests. Names have been made safe to show already. */
export const pageTexts = {
  question: (rep: string) => `${rep} suggests a page`,
  text: 'It opens in a new tab, and only if you press Open. Never type a password there because somebody told you to.',
  spelledOut: 'Its name has letters of another script, which can look like another name.',
  open: 'Open',
  decline: 'No, thanks',
  declining: 'Saying no…',
  cannot: 'This address is none that a browser should open. Nothing happens to you.',
  log: {
    suggested: (address: string) => `suggested a page: ${address}`,
    opened: 'opened the page',
    declined: 'did not open the page',
  },
};
