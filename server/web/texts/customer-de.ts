/** Every sentence of the customer's pages, in German. */
import type { Translation } from '../../../shared/ui/pick-texts.ts';
import { connectTexts } from './customer-connect-de.ts';
import type { texts as english } from './customer-en.ts';
import { customerHands, removed, sessionTexts } from './customer-session-de.ts';

export const texts: Translation<typeof english> = {
  line: 'Hilfe am Computer',
  needs: 'Was Ihr Computer braucht',
  unreadTitle: (unread, title) => `(${unread}) ${title}`,
  haveCode: 'Ich habe einen Code',
  haveNoCode: 'Ich habe keinen Code',

  channels: {
    available: { word: 'Frei', note: 'Jemand hat gerade Zeit' },
    busy: { word: 'Besetzt', note: 'Vielleicht müssen Sie warten' },
    'reservation-only': { word: 'Nur Rückruf', note: 'Es fragen mehr Menschen, als wir gerade beantworten können' },
    offline: { word: 'Geschlossen', note: 'Im Moment ist niemand da' },
    about: (from, to) =>
      from === 0 ? `Höchstens ${to === 1 ? 'eine Minute' : `${to} Minuten`}` : `Etwa ${from} bis ${to} Minuten`,
  },

  request: {
    title: 'Hilfe mit Ihrem Computer',
    lead: 'Sagen Sie uns, was nicht stimmt. Ein Mensch antwortet Ihnen hier auf dieser Seite.',
    about: 'Worum geht es?',
    you: 'Über Sie',
    name: 'Ihr Name',
    email: 'E-Mail',
    phone: 'Telefon',
    reason: 'Anliegen',
    reasonHint: 'Zum Beispiel: Nichts wird gedruckt',
    message: 'Was geschieht, in Ihren Worten',
    send: 'Um Hilfe bitten',
    sending: 'Wird gesendet…',
    change: 'Änderung speichern',
    changing: 'Wird gespeichert…',
    keep: 'So lassen',
    nobody: 'Hier kann gerade niemand antworten. Wählen Sie etwas anderes, oder versuchen Sie es später noch einmal.',
    nobodyAnywhere:
      'Im Moment kann niemand antworten. Lassen Sie diese Seite offen: Sie zeigt sofort, wenn jemand da ist.',
    noChannels: 'Hier gibt es noch nichts zu wählen. Die Organisation muss zuerst etwas einrichten.',
    next: 'Wie es weitergeht',
    steps: [
      { title: 'Sie warten hier', text: 'Sie sehen Ihren Platz und wie lange es dauert.' },
      { title: 'Sie schreiben mit einem Menschen', text: 'Sie müssen nichts installieren.' },
      { title: 'Sie zeigen Ihren Bildschirm, wenn es hilft', text: 'Nur nach Ihrem Ja, jedes Mal.' },
    ],
    stopAnyTime: 'Sie können jederzeit mit einem Knopf alles beenden.',
    neverAsk: 'Wir fragen nie nach einem Passwort, einer Kartennummer oder Geld.',
    missing: {
      channel: 'Wählen Sie, worum es geht.',
      name: 'Schreiben Sie Ihren Namen, damit wir Sie ansprechen können.',
      email: 'Das ist keine E-Mail-Adresse. Sie sieht aus wie name@example.com.',
      phone: 'Schreiben Sie die Nummer nur mit Ziffern, Leerzeichen und +.',
      reason: 'Sagen Sie mit ein paar Worten, worum es geht.',
      message: 'Das ist zu lang. Lassen Sie weg, was warten kann, bis wir miteinander reden.',
    },
  },

  waiting: {
    status: {
      available: (channel) => `${channel} ist frei`,
      busy: (channel) => `${channel} ist besetzt`,
      'reservation-only': (channel) => `${channel} ist stark besetzt`,
      offline: (channel) => `Bei ${channel} ist im Moment niemand da`,
    },
    title: (ordinal) => `Sie sind an ${ordinal} Stelle`,
    titleInText: (ordinal) => `Sie sind an ${ordinal} Stelle der Warteschlange.`,
    back: 'Zurück zu Ihrem Platz',
    range: (from, to) => ({
      before: 'Wahrscheinlich antwortet jemand ',
      minutes:
        from === 0
          ? `innerhalb ${to === 1 ? 'einer Minute' : `von ${to} Minuten`}`
          : from === to
            ? `in ${to} Minuten`
            : `in ${from} bis ${to} Minuten`,
      after: '.',
    }),
    nobodyThere: 'Sie behalten Ihren Platz, und jemand antwortet, sobald wieder jemand da ist.',
    unknown: 'Wir können noch nicht sagen, wie lange es dauert; Sie behalten Ihren Platz.',
    elsewhere: {
      on: 'Sie können andere Fenster benutzen; wir spielen einen Ton.',
      off: 'Sie können andere Fenster benutzen, aber Ihr Browser spielt noch keinen Ton.',
      none: 'Sie können andere Fenster benutzen. Ihr Browser spielt keinen Ton, sehen Sie also ab und zu hierher.',
    },
    switchSoundOn: 'Ton einschalten',
    drawing: (ahead, behind) =>
      `Die Warteschlange: ${ahead === 0 ? 'niemand' : ahead} vor Ihnen, ${behind === 0 ? 'niemand' : behind} hinter Ihnen.`,
    helped: 'Wird bedient',
    next: 'Als Nächstes',
    you: 'Sie',
    yourRequest: 'Ihre Anfrage',
    from: 'Von',
    reason: 'Anliegen',
    message: 'Nachricht',
    change: 'Ändern',
    leave: 'Warteschlange verlassen',
    leaving: 'Wird verlassen…',
    leaveQuestion: 'Warteschlange verlassen?',
    leaveText: 'Sie verlieren Ihren Platz. Sie können jederzeit wieder fragen.',
    stay: 'Weiter warten',
  },

  connect: connectTexts,

  ...sessionTexts,

  summary: {
    pageTitle: 'Ihre Sitzung',
    title: (minutes) => `Die Sitzung endete nach ${minutes}`,
    shortTitle: 'Die Sitzung endete nach weniger als einer Minute',
    minutes: (minutes) => (minutes === 1 ? '1 Minute' : `${minutes} Minuten`),
    byOne: (rep) => ({
      notSeen: `${rep} hat Ihren Bildschirm nicht gesehen.`,
      used: (seen, hands) =>
        hands === undefined
          ? `${rep} hat Ihren Bildschirm ${seen} lang gesehen und weder Maus noch Tastatur benutzt.`
          : `${rep} hat Ihren Bildschirm ${seen} lang gesehen und Ihre ${customerHands[hands.devices]} ${hands.time} lang benutzt.`,
    }),
    bySeveral: {
      notSeen: 'Niemand hat Ihren Bildschirm gesehen.',
      used: (seen, hands) =>
        hands === undefined
          ? `Ihr Bildschirm wurde ${seen} lang gesehen. Maus und Tastatur wurden nicht benutzt.`
          : `Ihr Bildschirm wurde ${seen} lang gesehen; ${customerHands[hands.devices]}: ${hands.time} lang benutzt.`,
    },
    notRecorded: 'Nichts wurde aufgezeichnet.',
    because: {
      'feels-wrong':
        'Sie haben beendet, weil es sich falsch anfühlte. Hat jemand Ihr Passwort oder Ihre Bankdaten, ändern Sie sie, und rufen Sie Ihre Bank an.',
      lost: 'Sie endete von selbst, weil Ihre Seite zu lange geschlossen war.',
      'rep-lost':
        'Sie endete von selbst, weil die Person, die Ihnen half, nicht erreichbar war und nicht zurückkam. Fragen Sie noch einmal, und jemand anders antwortet.',
      'rep-stopped':
        'Sie endete, weil die Organisation das Konto der Person abgeschaltet hat, die Ihnen half. Fragen Sie noch einmal, und jemand anders antwortet.',
      expired: 'Sie endete von selbst, weil ihre Zeit um war.',
    },
    helpedBy: 'Geholfen hat',
    day: 'Tag',
    fromTo: 'Von, bis',
    computer: 'Computer',
    about: 'Anliegen',
    granted: 'Was Sie erlaubt haben',
    nothingGranted: 'Sie haben nichts außer dem Chat erlaubt.',
    grant: {
      view: 'Ihren Bildschirm sehen',
      control: (devices) => `Ihre ${customerHands[devices]}`,
    },
    until: (minutes) => (minutes === 1 ? 'für 1 Minute' : `für ${minutes} Minuten`),
    wholeSession: 'für die ganze Sitzung',
    usedFor: (time) => `${time} lang benutzt`,
    unused: 'nicht benutzt',
    notDone: 'Was nicht geschah',
    not: {
      recorded: 'Nichts wurde aufgezeichnet',
      files: 'Keine Datei hat Ihren Computer verlassen',
      commands: 'Kein Befehl wurde ausgeführt',
      clipboard: 'Ihre Zwischenablage wurde nicht gelesen',
    },
    messages: (count) =>
      count === 0
        ? 'Es wurde keine Nachricht geschrieben.'
        : count === 1
          ? 'Es wurde 1 Nachricht geschrieben.'
          : `Es wurden ${count} Nachrichten geschrieben.`,
    notSent: 'Das haben Sie auch geschrieben, und es wurde nicht gesendet',
    again: 'Noch einmal um Hilfe bitten',
    removed,
  },

  link: {
    connecting: 'Wird verbunden…',
    lost: (seconds) =>
      `Seit ${seconds} s keine Verbindung. Sie kommt von selbst wieder; nichts, was Sie geschrieben haben, geht verloren.`,
    retry: 'Jetzt versuchen',
    gone: 'Die Verbindung ist weg. Sie kommt von selbst wieder.',
    otherVersion:
      'Der Server hat eine andere Version als diese Seite. Laden Sie die Seite neu, um weiterzumachen: Ihr Platz und Ihr Chat bleiben erhalten. Kopieren Sie zuerst, was Sie geschrieben und nicht gesendet haben.',
    loadAnew: 'Seite neu laden',
  },

  errors: {
    'code-refused':
      'Dieser Code gilt nicht (mehr). Lassen Sie sich von der Person, die Ihnen hilft, einen neuen geben.',
    'link-refused':
      'Dieser Link gilt nicht (mehr). Lassen Sie sich von der Person, die Ihnen hilft, einen neuen geben.',
    'no-answer': 'Der Server antwortet nicht. Versuchen Sie es gleich noch einmal.',
  },

  needsPage: {
    title: 'Was Ihr Computer braucht',
    lead: 'Die meisten brauchen nichts außer dem Browser, den sie haben.',
    customer: 'Zum Fragen, Schreiben und Lesen',
    customerRows: [
      'Einen aktuellen Browser: Chrome oder Edge 120, Firefox 121, Safari 17 oder neuer. Auch auf Telefon oder Tablet.',
      'Nichts zu installieren.',
      'Um mit der Person zu sprechen, die Ihnen hilft: ein Mikrofon, und eine Kamera, wenn Sie gesehen werden möchten. Der Browser fragt Sie zuerst.',
    ],
    control: 'Um den Bildschirm zu zeigen und die Maus zu leihen',
    controlRows: [
      'Linux auf einem Computer mit 64-Bit-Prozessor von Intel oder AMD, mit glibc 2.34 oder neuer (Debian 12, Ubuntu 22.04, Fedora 35 oder neuer).',
      'Einen Desktop mit X11. Wo Wayland voreingestellt ist, wie in Debian, Ubuntu und Fedora mit GNOME, wählen Sie bei der Anmeldung am Computer die Sitzung namens Xorg oder X11. Desktops, die nur Wayland haben, können schreiben, mehr nicht.',
      'Einen Download von etwa 45 MB je Sitzung. Er entfernt sich, wenn er gestartet ist.',
      'Windows und macOS können noch nicht gezeigt oder gesteuert werden. Der Chat geht dort.',
    ],
    network: 'Netzwerk',
    networkRows: [
      'Verbindungen zu diesem Server, unter der Adresse, die Ihr Browser zeigt, einschließlich WebSockets.',
      'Das Bild des Bildschirms geht direkt zwischen den beiden Computern, wo die Netze es erlauben, sonst über ein Relais, wenn die Organisation eines hat.',
    ],
    plainHttpTitle: 'Diese Seite kam ohne Verschlüsselung (http://).',
    plainHttp:
      'Andere im Netz können mitlesen, und Browser geben solchen Seiten weder Bildschirm noch Mikrofon, Kamera und Zwischenablage. Der Chat geht. Fragen Sie die Organisation, ob sie eine Adresse hat, die mit https:// beginnt.',
    rep: 'Für die Person, die hilft',
    repRows: [
      'Chrome, Chromium oder Edge 124 oder neuer, oder Firefox 140 oder neuer, mit der RemoteHelp-Erweiterung.',
    ],
    back: 'Zurück zum Fragen',
  },
};
