/** What the customer's page says of talking, in German. */
import type { Translation } from '../../../shared/ui/pick-texts.ts';
import type { callTexts as english } from './customer-call-en.ts';

const have = (isRep: boolean) => (isRep ? 'hat' : 'haben');

export const callTexts: Translation<typeof english> = {
  tools: {
    voice: (rep) => `Mit ${rep} sprechen`,
    video: (rep) => `Mit ${rep} sprechen, mit Kamera`,
    running: 'Sie sprechen schon miteinander',
    asking: 'Eine Anfrage läuft schon',
  },
  ask: {
    voice: (rep) => `${rep} möchte mit Ihnen sprechen`,
    video: (rep) => `${rep} möchte mit Ihnen sprechen, mit Kamera`,
    text: 'Sie sprechen hier im Browser. Er fragt, ob diese Seite Ihr Mikrofon benutzen darf. Nichts wird aufgezeichnet.',
    insecure:
      'Diese Seite kam ohne Verschlüsselung (http), darum gibt ihr der Browser kein Mikrofon. Sie können annehmen, zuhören und schreiben.',
    answer: 'Annehmen',
    withCamera: 'Mit Kamera annehmen',
    withoutCamera: 'Ohne Kamera annehmen',
    notNow: 'Jetzt nicht',
  },
  asked: (rep) => `${rep} wird angerufen…`,
  takeBack: 'Nicht mehr anrufen',
  elsewhere: 'Sie sprechen in einem anderen Tab oder Fenster.',
  talkHere: 'Stattdessen hier sprechen',
  title: (rep) => `${rep} ruft an`,
  log: {
    asked: (isRep, media) => `${isRep ? 'möchte' : 'wollten'}${media === 'video' ? ' mit Kamera' : ''} sprechen`,
    accepted: (isRep) => `${have(isRep)} den Anruf angenommen`,
    declined: (isRep) => `${have(isRep)} den Anruf nicht angenommen`,
    ended: {
      'hung-up': (time, isRep) => `${have(isRep)} nach ${time} aufgelegt`,
      withdrawn: (_time, isRep) => `${have(isRep)} den Anruf zurückgenommen`,
      unanswered: () => 'Niemand hat den Anruf angenommen',
      lost: (time) => `Das Gespräch brach nach ${time} ab`,
    },
  },
};
