/** The sentences about reservations and business hours, in German. */
import type { Translation } from '../../../shared/ui/pick-texts.ts';
import type { reservationTexts as english } from './customer-reservation-en.ts';

export const reservationTexts: Translation<typeof english> = {
  opens: {
    today: (time) => `Öffnet um ${time} Ihrer Zeit`,
    later: (day, time) => `Öffnet ${day}, ${time} Ihrer Zeit`,
  },
  closed: {
    today: (time) => `Wir haben bis ${time} Ihrer Zeit geschlossen.`,
    later: (day, time) => `Wir haben bis ${day}, ${time} Ihrer Zeit, geschlossen.`,
  },
  full: 'Es fragen mehr Menschen, als wir gerade beantworten können.',
  nobody: 'Im Moment ist niemand da.',
  offer: 'Bitten Sie um Rückruf, und wir rufen Sie an.',
  notes: {
    canReserve: 'Wir können Sie zurückrufen',
    chooseTime: 'Wählen Sie eine Zeit für einen Anruf',
    none: 'Gerade keine Rückrufe mehr',
  },
  noneLeft:
    'Hier können gerade keine Rückrufe mehr angenommen werden. Kommen Sie später wieder, oder wählen Sie etwas anderes.',
  noneAnywhere: 'Im Moment sind weder Hilfe noch Rückruf möglich. Kommen Sie später wieder.',
  haveOne: 'Sie haben schon um Rückruf gebeten.',
  see: 'Ihren Rückruf ansehen',
  link: 'Rückrufe',

  lead: 'Sagen Sie uns, was nicht stimmt, und ein Mensch ruft Sie an.',
  steps: [
    { title: 'Wir rufen Sie an', text: 'Auf Ihrem Telefon. Sie müssen nicht auf dieser Seite warten.' },
    { title: 'Sie tippen hier einen Code', text: 'Die Person, die anruft, sagt ihn Ihnen.' },
    { title: 'Sie zeigen Ihren Bildschirm, wenn es hilft', text: 'Nur nach Ihrem Ja, jedes Mal.' },
  ],

  instead: 'Stattdessen um Rückruf bitten',
  waitInstead: 'Stattdessen warten',
  when: 'Wann sollen wir Sie anrufen?',
  how: { soon: 'So bald wie möglich', at: 'Zu einer Zeit, die ich wähle' },
  day: 'Tag',
  time: 'Uhrzeit, in Ihrer Zeitzone',
  dayFirst: 'Wählen Sie zuerst einen Tag',
  loadingTimes: 'Die Zeiten werden geladen',
  noTimes: 'In den nächsten zwei Wochen ist niemand zu erreichen. Wählen Sie „So bald wie möglich“.',
  noTimesFailed: 'Die Zeiten konnten nicht geladen werden.',
  missingTime: 'Wählen Sie Tag und Uhrzeit.',
  missingPhone: 'Schreiben Sie die Nummer, unter der wir Sie erreichen, nur mit Ziffern, Leerzeichen und +.',
  send: 'Um Rückruf bitten',
  sending: 'Wird gesendet…',

  page: {
    title: 'Ihr Rückruf',
    status: (channel) => `${channel} · vorgemerkt`,
    callsAt: (day, time) => `Wir rufen Sie am ${day} um ${time} an`,
    callsSoon: 'Wir rufen Sie an, sobald jemand Zeit hat',
    callsAgain: 'Wir rufen Sie wieder an, sobald jemand Zeit hat',
    wasDue: (day, time) => `Ihr Rückruf war für ${day} um ${time} vorgesehen`,
    dueNow: 'Wir rufen Sie an, sobald jemand Zeit hat.',
    calling: (name) => `${name} ruft Sie gerade an`,
    number: (phone) => `Unter ${phone}. Sie können diese Seite schließen; sie ist wieder da, wenn Sie zurückkommen.`,
    code: 'Wer anruft, nennt Ihnen einen Code aus sechs Ziffern. Öffnen Sie die Verbindungsseite, und tippen Sie ihn dort.',
    open: 'Verbindungsseite öffnen',
    missed: (times, time) =>
      times === 1
        ? `Wir haben Sie um ${time} angerufen, und niemand hat abgenommen. Wir versuchen es wieder.`
        : `Wir haben Sie ${times}-mal angerufen, zuletzt um ${time}, und niemand hat abgenommen. Wir versuchen es wieder.`,
    free: 'Jemand hat gerade Zeit.',
    ask: 'Um Hilfe bitten, statt auf einen Anruf zu warten',
    details: 'Was Sie uns gesagt haben',
    from: 'Name',
    phone: 'Telefon',
    reason: 'Anliegen',
    message: 'Nachricht',
    left: 'Gebeten am',
    kept: (day) => `Die Bitte gilt bis ${day}.`,
    change: 'Ändern',
    cancel: 'Rückruf absagen',
    cancelling: 'Wird abgesagt…',
    cancelQuestion: 'Rückruf absagen?',
    cancelText: 'Dann ruft Sie niemand an. Sie können jederzeit wieder um Rückruf oder um Hilfe bitten.',
    keep: 'Behalten',
    leaveSame: 'So lassen',
    save: 'Änderung speichern',
    saving: 'Wird gespeichert…',
  },

  connect: {
    title: 'Werden Sie zurückgerufen?',
    text: 'Die Person, die anruft, nennt Ihnen den Code. Tippen Sie ihn hier.',
    mine: 'Ihr Rückruf',
    at: (day, time) => `Wir rufen Sie am ${day} um ${time} an und nennen Ihnen den Code, den Sie hier tippen.`,
    soon: 'Wir rufen Sie an, sobald jemand Zeit hat, und nennen Ihnen den Code, den Sie hier tippen.',
  },
};
