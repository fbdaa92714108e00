/** What the customer's pages say of what ended without them, in German. */
import type { Translation } from '../../../shared/ui/pick-texts.ts';
import type { endingTexts as english } from './customer-endings-en.ts';

export const endingTexts: Translation<typeof english> = {
  putAway: 'Ausblenden',

  request: {
    title: {
      'page-closed': 'Sie haben Ihren Platz verloren, weil diese Seite länger als drei Minuten geschlossen war.',
      'channel-removed': 'Sie warten nicht mehr: Dort antwortet jetzt niemand.',
    },
    askAgain: 'Was Sie gefragt haben, steht im Formular. Fragen Sie noch einmal, um wieder zu warten.',
    ask: 'Fragen Sie noch einmal, um wieder zu warten.',
  },

  reservation: {
    title: {
      soon: 'Der Rückruf, um den Sie gebeten haben, kam nicht.',
      at: (day, time) => `Der Rückruf für ${day} um ${time} kam nicht.`,
    },
    text: {
      expired:
        'Niemand konnte Sie rechtzeitig anrufen, und niemand ruft mehr an. Bitten Sie noch einmal um Rückruf, oder bitten Sie um Hilfe.',
      closed: 'Dort antwortet niemand mehr, und niemand ruft an. Wählen Sie etwas anderes, und fragen Sie noch einmal.',
    },
  },

  invitation: {
    title: 'Ihre Einladung gilt nicht mehr.',
    text: 'Sie war 24 Stunden gültig. Machen Sie eine neue, oder fragen Sie in der Warteschlange.',
  },

  direct: {
    expired: (name) => `${name} hat nicht geantwortet.`,
    passed: (name) => `${name} kann jetzt nicht helfen.`,
    text: 'Fragen Sie in der Warteschlange, oder versuchen Sie es später noch einmal.',
  },

  knock: {
    title: 'Sie wurden nicht eingelassen.',
    text: 'Lassen Sie sich von der Person, die Ihnen hilft, einen neuen Code geben.',
  },
};
