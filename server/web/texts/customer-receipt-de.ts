/** The words of a customer's receipt, in German. */
import type { Translation } from '../../../shared/ui/pick-texts.ts';
import type { receiptTexts as english } from './customer-receipt-en.ts';

export const receiptTexts: Translation<typeof english> = {
  title: 'Beleg Ihrer Sitzung',
  lead: 'Alles, was getan wurde, aufgeschrieben, während es geschah.',
  you: 'Sie',

  offer: {
    title: 'Ihr Beleg',
    text: 'Alles, was getan, erlaubt und geschrieben wurde, auf einer eigenen Seite. Ihr Link gilt auch später und auf einem anderen Gerät.',
    open: 'Ihr Beleg',
  },
  mail: 'E-Mail',
  mailing: 'Wird gesendet…',
  mailed: (address) => `Der Link ist unterwegs an ${address}.`,
  print: 'Drucken',
  save: 'Speichern',
  fileName: (day) => `beleg-${day}.html`,

  facts: {
    helpedBy: 'Geholfen hat',
    helper: (name, from, to) => `${name}, ${from} – ${to}`,
    day: 'Tag',
    fromTo: 'Von, bis',
    computer: 'Computer',
    link: 'Verbindung',
    direct: 'Direkt',
    gateway: 'Über ein Relais',
    about: 'Anliegen',
    organisation: 'Organisation',
    for: 'Für',
  },

  done: 'Was getan wurde',
  used: (time) => `benutzt ${time}`,
  sentFile: (name, size, isRep) => `${isRep ? 'hat' : 'haben'} die Datei ${name} gesendet, ${size}`,
  unused: 'nicht benutzt',
  asked: (channel, about) =>
    channel === '' ? `haben um Hilfe gebeten: ${about}` : `haben bei ${channel} um Hilfe gebeten: ${about}`,
  afterwards: {
    askedView: 'wollte Ihren Bildschirm sehen',
    askedTool: (tool: string) => `hat gefragt nach: ${tool}`,
    askedControl: (hands) => `wollte Ihre ${hands} benutzen`,
    saw: {
      direct: 'sah Ihren Bildschirm, direkt verbunden',
      gateway: 'sah Ihren Bildschirm, über ein Relais',
      unknown: 'sah Ihren Bildschirm',
    },
    notSeen: 'Ihr Bildschirm wurde nicht mehr gezeigt',
    resumed: (rep) => `${rep} hatte wieder Maus und Tastatur`,
  },
  gone: 'Ein Eintrag, der hier stand, fehlt oder kann nicht mehr gelesen werden',
  unknown: (kind) => `Etwas, wofür diese Seite keine Worte hat (${kind})`,
  faults: {
    changed: 'geändert',
    missing: 'herausgenommen',
    added: 'hinzugefügt',
  },

  notDone: 'Was nicht getan wurde',
  everythingDone: 'Von allem, was wir hier aufzählen, geschah alles wenigstens einmal.',
  not: {
    seen: 'Niemand hat Ihren Bildschirm gesehen',
    controlled: 'Niemand hat Ihre Maus oder Tastatur benutzt',
    recorded: 'Nichts wurde aufgezeichnet',
    files: 'Keine Datei wurde gesendet, in keiner Richtung',
    commands: 'Nichts wurde auf Ihrem Computer geöffnet oder ausgeführt',
    clipboard: 'Ihre Zwischenablage wurde nicht gelesen',
    installed: 'Kein Programm wurde heruntergeladen',
  },

  written: (count) =>
    count === 0
      ? 'Nichts wurde geschrieben'
      : count === 1
        ? 'Was geschrieben wurde, 1 Nachricht'
        : `Was geschrieben wurde, ${count} Nachrichten`,
  zone: (zone) => `Zeiten, wie dieses Gerät sie zeigt (${zone}).`,

  fingerprint: 'Fingerabdruck',
  chained: (entries) => (entries === 1 ? '1 Eintrag, verkettet' : `${entries} Einträge, verkettet`),
  checking: 'Wird geprüft…',
  unchanged: (time) => `unverändert seit ${time}`,
  ownWord: 'passt zu Ihrem Link',
  changed: 'geändert',

  trouble: {
    title: 'Dieser Beleg wurde nach der Sitzung geändert.',
    entries: (count) =>
      count === 1
        ? 'Ein Eintrag ist nicht, wie er am Ende der Sitzung war. Er ist unten markiert.'
        : `${count} Einträge sind nicht, wie sie am Ende der Sitzung waren. Sie sind unten markiert.`,
    head: 'Was oben steht, ist nicht, wie es am Ende der Sitzung war.',
    seal: 'Das Siegel, das der Server am Ende der Sitzung gesetzt hat, passt nicht mehr.',
    link: 'Der Fingerabdruck in Ihrem Link ist ein anderer als der, den diese Seite errechnet.',
    act: 'Bewahren Sie Ihren Link und Ihre Mail auf. Fragen Sie die Organisation nach dem Grund, und zeigen Sie ihr diese Seite.',
  },
  foreign:
    'Der Server hat ein anderes Geheimnis als beim Siegeln, etwa nach einem Umzug auf eine andere Maschine. Darum kann er für sein eigenes Siegel nicht bürgen; aber jeder Eintrag passt zum Fingerabdruck in Ihrem Link.',

  proof: {
    title: 'Was das beweist und was nicht',
    lines: [
      'Jeder Eintrag wird zusammen mit dem Hash des Eintrags davor gehasht (SHA-256). Der Fingerabdruck ist der letzte dieser Hashes. Ändert jemand einen Eintrag, nimmt einen heraus oder fügt einen hinzu, kommt ein anderer Fingerabdruck heraus. Ihr Browser hat ihn auf dieser Seite neu errechnet.',
      'Als die Sitzung endete, hat der Server die Kette mit einem Geheimnis unterschrieben, das nicht in seiner Datenbank liegt. So fällt eine Änderung von Hand in der Datenbank auf. Ihr Link, die Mail und eine gespeicherte Datei enthalten den Fingerabdruck auch: Sie zeigen selbst die Änderung durch jemanden, der dieses Geheimnis hat.',
      'Es beweist nicht, dass von Anfang an alles aufgeschrieben wurde, und nicht, wer an den beiden Computern saß oder was außerhalb dieser Seite gesagt wurde, etwa am Telefon. Und wer den Server betreibt, könnte Ihnen eine Seite zeigen, die nichts prüft: Für einen Beweis ohne Vertrauen speichern Sie die Datei und lassen jemanden ihre Hashes errechnen.',
    ],
  },

  link: {
    title: 'Bewahren Sie diesen Link auf',
    text: 'Wer ihn hat, kann diesen Beleg lesen; geben Sie ihn also nur weiter an Menschen, die das dürfen. Er gilt, bis die Organisation die Sitzung löscht.',
    label: 'Link zu diesem Beleg',
    copy: 'Kopieren',
    copied: 'Kopiert',
  },

  opening: 'Der Beleg wird geöffnet',
  noLink:
    'Dieser Link ist nicht vollständig. Öffnen Sie ihn noch einmal dort, wo Sie ihn aufbewahren, vom ersten bis zum letzten Zeichen.',
  unreadable: 'Was oben im Beleg stand, kann nicht mehr gelesen werden.',
  back: 'Zurück',
  askAgain: 'Um Hilfe bitten',

  file: {
    checking: 'So prüfen Sie diese Datei ohne einen Server',
    how: 'Jede Zeile unten ist ein Glied der Kette: seine Nummer, sein Hash und der Text, der gehasht wurde. Der Hash ist SHA-256 über den Hash der Zeile davor (nichts bei der ersten), einen Zeilenvorschub und den Text, in UTF-8. Der Fingerabdruck ist der Anfang des letzten Hashes.',
    saved: (moment) => `Gespeichert am ${moment}.`,
  },
};
