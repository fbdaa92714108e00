/** What the customer's page says about the whiteboard, in German. */
import type { Translation } from '../../../shared/ui/pick-texts.ts';
import type { whiteboardTexts as english } from './customer-whiteboard-en.ts';

const have = (isRep: boolean) => (isRep ? 'hat' : 'haben');

export const whiteboardTexts: Translation<typeof english> = {
  suggest: 'Gemeinsam auf einem Blatt zeichnen',
  takeBack: 'Frage zurücknehmen',
  waits: (rep) => `${rep} wird gefragt, ob Sie gemeinsam zeichnen`,
  card: {
    title: (rep) => `Gemeinsam mit ${rep} zeichnen?`,
    text: (rep) =>
      `Ein Blatt, das beide sehen und auf dem beide zeichnen, hier auf der Seite. ${rep} sieht sonst nichts von Ihrem Computer.`,
    yes: 'Blatt öffnen',
    no: 'Nein',
  },
  views: 'Zeichenblatt und Chat',
  chat: 'Chat',
  paper: 'Zeichenblatt',
  you: 'Sie',
  log: {
    'whiteboard-asked': (isRep) =>
      isRep ? 'möchte mit Ihnen auf einem Blatt zeichnen' : 'haben nach einem Zeichenblatt gefragt',
    'whiteboard-accepted': (isRep) => `${have(isRep)} das Zeichenblatt geöffnet`,
    'whiteboard-declined': (isRep) => (isRep ? 'möchte kein Zeichenblatt' : 'haben Nein zum Zeichenblatt gesagt'),
    'whiteboard-closed': (isRep) => `${have(isRep)} das Zeichenblatt geschlossen`,
  },
};
