/** What the customer's page says of pages that are suggested, in German. */
import type { Translation } from '../../../shared/ui/pick-texts.ts';
import type { pageTexts as english } from './customer-pages-en.ts';

export const pageTexts: Translation<typeof english> = {
  question: (rep) => `${rep} schlägt eine Seite vor`,
  text: 'Sie öffnet sich in einem neuen Tab, und nur wenn Sie Öffnen drücken. Tippen Sie dort nie ein Passwort, weil jemand es sagt.',
  spelledOut: 'Der Name dieser Seite hat Buchstaben einer anderen Schrift, die wie ein anderer Name aussehen können.',
  open: 'Öffnen',
  decline: 'Nein, danke',
  declining: 'Wird abgelehnt…',
  cannot: 'Diese Adresse sollte kein Browser öffnen. Ihnen geschieht nichts.',
  log: {
    suggested: (address) => `hat eine Seite vorgeschlagen: ${address}`,
    opened: 'haben die Seite geöffnet',
    declined: 'haben die Seite nicht geöffnet',
  },
};
