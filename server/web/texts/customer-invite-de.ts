/** The sentences about invitations and Easy Connect, in German. */
import type { Translation } from '../../../shared/ui/pick-texts.ts';
import type { inviteTexts as english } from './customer-invite-en.ts';

export const inviteTexts: Translation<typeof english> = {
  link: 'Jemanden fragen, den Sie kennen',
  title: 'Jemanden fragen, den Sie kennen',
  lead: (organisation) =>
    `Senden Sie eine Einladung an eine Person von ${organisation} oder an mehrere. Wer sie zuerst öffnet, hilft Ihnen hier auf dieser Seite.`,
  name: 'Ihr Name',
  message: 'Worum es geht',
  messageHint: 'Zum Beispiel: Nichts wird gedruckt',
  to: 'E-Mail-Adressen',
  toHint: (domains) => `Bis zu fünf, mit Komma dazwischen, bei ${domains}. Jede Person bekommt eine eigene Mail.`,
  toNone: 'Lassen Sie es leer, um einen Text zu bekommen, den Sie selbst senden.',
  desks: 'Helpdesk',
  noMail: 'Sie bekommen einen Text mit Link und Code, den Sie in jedem Messenger senden können.',
  send: 'Einladung machen',
  sending: 'Wird gemacht…',
  missingName: 'Schreiben Sie Ihren Namen.',
  wrongTo: 'Schreiben Sie bis zu fünf E-Mail-Adressen wie name@example.com, mit Komma dazwischen.',
  back: 'Stattdessen in der Warteschlange fragen',
  aside: 'So geht es',
  steps: [
    { title: 'Sie senden Link oder Code', text: 'Per Mail von hier oder in einem Messenger.' },
    { title: 'Wer zuerst öffnet, hilft', text: 'Die anderen erfahren, dass Ihnen schon geholfen wird.' },
    { title: 'Jemand anders kann folgen', text: 'Wenn die erste Person gegangen ist. Sie können jederzeit schließen.' },
  ],

  waits: {
    title: 'Ihre Einladung ist unterwegs',
    lead: 'Lassen Sie diese Seite offen. Sie ändert sich von selbst, sobald sich jemand verbindet.',
    left: (name) => `${name} ist gegangen. Jemand anders, der die Einladung hat, kann sich jetzt verbinden.`,
    sent: 'Per Mail gesendet',
    taken: 'Gesendet',
    notTaken: 'Nicht gesendet: Der Mailserver hat sie nicht angenommen',
    yourself: 'Selbst senden',
    yourselfHint: 'In jedem Messenger. Nur Menschen der Organisation können sie benutzen.',
    text: (name, link, code) =>
      `${name} bittet Sie um Hilfe mit einem Computer. Öffnen Sie ${link}, oder tippen Sie den Code ${code} in Ihre RemoteHelp-Erweiterung.`,
    code: 'Code',
    copy: 'Text kopieren',
    copied: 'Kopiert',
    share: 'Teilen…',
    holds: (time) => `Sie gilt bis ${time}.`,
    close: 'Einladung schließen',
    closing: 'Wird geschlossen…',
  },
  direct: {
    title: (name) => `${name} wird gefragt`,
    lead: 'Lassen Sie diese Seite offen. Sie ändert sich von selbst, wenn eine Antwort da ist.',
    cancel: 'Nicht mehr fragen',
  },
  stillHolds: 'Ihre Einladung gilt noch: Jemand anders, der sie hat, kann sich verbinden.',
  show: 'Zeigen',

  help: {
    title: (name) => `${name} bittet Sie um Hilfe`,
    titleUnknown: 'Sie werden um Hilfe gebeten',
    lead: 'Sie verbinden sich mit der RemoteHelp-Erweiterung in dem Browser, in dem Sie angemeldet sind.',
    helped: (helper, name) =>
      `${helper} hilft schon: ${name}. Versuchen Sie es noch einmal, wenn die beiden fertig sind.`,
    steps: [
      { title: 'Erweiterung öffnen', text: 'Ihre Leiste, unter Requests.' },
      { title: '„Open an invitation“ wählen', text: 'Und diesen Code tippen.' },
      { title: 'Sie sind verbunden', text: 'Sie schreiben und können darum bitten, den Bildschirm zu sehen.' },
    ],
    code: 'Code',
    copy: 'Code kopieren',
    unknown: 'Diese Einladung gilt nicht mehr. Fragen Sie nach einer neuen.',
    look: 'Wird nachgesehen…',
  },

  trust: {
    title: (name) => `${name} nächstes Mal direkt fragen?`,
    agreed: (name) => `${name} nächstes Mal direkt fragen`,
    text: (name) =>
      `In diesem Browser können Sie ${name} dann ohne Code fragen. Beide müssen zustimmen; beide können es jederzeit beenden.`,
    agree: (name) => `Ja, ${name} vertrauen`,
    agreeing: 'Wird gespeichert…',
    waits: (name) => `Sie haben zugestimmt. ${name} muss auch zustimmen.`,
    theirs: (name) => `${name} hat schon zugestimmt.`,
    both: (name) => `Sie können ${name} nächstes Mal direkt fragen, auf der Seite zum Fragen.`,
    people: 'Menschen, denen Sie vertrauen',
    ask: (name) => `${name} fragen`,
    asking: 'Wird gefragt…',
    notNow: (name) => `${name} ist gerade nicht da.`,
    revoke: (name) => `${name} nicht mehr vertrauen`,
    revokeQuestion: (name) => `${name} nicht mehr vertrauen?`,
    revokeText: (name) => `Nächstes Mal brauchen Sie wieder einen Code. ${name} wird dazu nicht gefragt.`,
    keep: 'So lassen',
    revokeAct: 'Vertrauen beenden',
    presences: {
      online: 'Da',
      busy: 'Beschäftigt, kann gefragt werden',
      away: 'Abwesend',
      offline: 'Nicht da',
    },
  },
};
