/** Sentences of the ways to the person who helps, in German. */
import type { Translation } from '../../../shared/ui/pick-texts.ts';
import type { connectTexts as english } from './customer-connect-en.ts';

export const connectTexts: Translation<typeof english> = {
  title: 'Mit der Person verbinden, die Ihnen hilft',
  lead: 'Sie haben einen Code aus sechs Ziffern, vom Telefon oder aus einer Nachricht.',
  name: 'Ihr Name',
  code: 'Code',
  hint: 'Leerzeichen stören nicht. Ein Code gilt einmal, zehn Minuten lang.',
  send: 'Verbinden',
  sending: 'Wird verbunden…',
  working:
    'Im Moment kommen viele falsche Codes an. Ihr Browser muss zuerst etwas rechnen; das dauert einige Sekunden.',
  strangerTitle: 'Hat ein Fremder angerufen und Ihnen diesen Code gegeben?',
  strangerLinkTitle: 'Hat ein Fremder Ihnen diesen Link geschickt?',
  stranger: 'Schließen Sie diese Seite. Wir rufen nur an, wer um Hilfe gebeten hat, und wir verlangen nie Geld.',
  phoneTitle: 'Mit dem Telefon hier?',
  phone: 'Sie können mit der Person schreiben, die Ihnen hilft. Niemand kann ein Telefon steuern.',
  oldTitle: 'Code zu alt?',
  old: 'Fragen Sie nach einem neuen. Die Person, die Ihnen hilft, hat ihn sofort.',
  missingName: 'Schreiben Sie Ihren Namen.',
  missingCode: 'Ein Code hat sechs Ziffern.',

  leavesLine: 'Wenn Sie sich hier verbinden, verlassen Sie die Warteschlange.',

  waiting: {
    title: 'Jemand wartet auf Sie',
    connect: 'Ohne Code verbinden',
    connectTo: (rep) => `Ohne Code mit ${rep} verbinden`,
    connecting: 'Wird verbunden…',
    status: 'Wartet auf Sie',
    why: (rep) =>
      `Nur in diesem Browser zu sehen, weil ${rep} Sie hierher geschickt oder Ihnen hier schon geholfen hat.`,
  },

  link: {
    title: (rep) => `${rep} wartet auf Sie`,
    lead: (organisation) => `Von ${organisation}. Über Sie wurde noch nichts gesendet.`,
    leadPlain: 'Über Sie wurde noch nichts gesendet.',
    connect: (rep) => `Mit ${rep} verbinden`,
    opening: 'Es wird nachgesehen, wer Sie einlädt',
    byCode: 'Ich habe einen Code',
  },

  device: {
    onPhone: 'Sie sind an einem Telefon',
    onPhoneText: 'Hier können Sie schreiben. Niemand kann ein Telefon sehen oder steuern.',
    onPhoneByComputerLink: 'Dieser Link ist für einen Computer. Sie können trotzdem hier weitermachen und schreiben.',
    toComputer: 'An einem Computer weitermachen',
    toComputerText: 'Öffnen Sie diese Adresse im Browser des Computers, der Hilfe braucht.',
    onComputer: 'Sie sind an einem Computer',
    onComputerText: 'Hier können Sie schreiben und nach Ihrem Ja Ihren Bildschirm zeigen.',
    onComputerByPhoneLink: 'Dieser Link ist für ein Telefon. Sie können trotzdem hier weitermachen.',
    toPhone: 'Mit einem Telefon weitermachen',
    toPhoneText: 'Richten Sie die Kamera Ihres Telefons auf dieses Bild.',
    qr: 'Link für Ihr Telefon',
    address: 'Link für den Computer',
  },

  scan: {
    open: 'Mit der Kamera lesen',
    title: 'Bild lesen',
    lead: 'Richten Sie die Kamera auf das quadratische Bild, das die Person, die Ihnen hilft, zeigt oder geschickt hat.',
    asking:
      'Ihr Browser fragt, ob diese Seite die Kamera benutzen darf. Wählen Sie Zulassen. Das Bild bleibt auf diesem Gerät.',
    looking: 'Das quadratische Bild wird gesucht',
    stop: 'Stattdessen den Code tippen',
    view: 'Was die Kamera sieht',
    foreign: 'Dieses Bild gehört zu etwas anderem. Nehmen Sie das, das die Person geschickt hat, die Ihnen hilft.',
    denied:
      'Ihr Browser sperrt die Kamera. Klicken Sie auf das Schloss neben der Adresse, wählen Sie bei der Kamera Zulassen, und versuchen Sie es noch einmal.',
    none: 'Dieses Gerät hat keine Kamera, die benutzt werden kann. Tippen Sie den Code.',
    insecure: 'Browser geben Seiten ohne Verschlüsselung (http://) keine Kamera. Tippen Sie den Code.',
    again: 'Noch einmal versuchen',
  },

  knocking: {
    title: (rep) => `${rep} wird gefragt, Sie einzulassen`,
    lead: (name) => `Der Code stimmt. Sie warten als „${name}“.`,
    text: 'Der Chat öffnet sich von selbst, sobald Sie eingelassen sind. Lassen Sie diese Seite offen.',
    leave: 'Nicht warten',
    leaving: 'Wird verlassen…',
  },
};
