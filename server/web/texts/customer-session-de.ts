/** What the customer's page says in a session, in German. */
import type { ControlDevices } from '../../../shared/contract/consent.ts';
import type { Removal } from '../../../shared/contract/removal.ts';
import type { Translation } from '../../../shared/ui/pick-texts.ts';
import type { sessionTexts as english } from './customer-session-en.ts';

export const customerHands: Record<ControlDevices, string> = {
  both: 'Maus und Tastatur',
  pointer: 'Maus',
  keyboard: 'Tastatur',
};

export function removed({ program, archive, installed }: Removal): string {
  if (installed) return 'RemoteHelp ist auf Ihrem Computer installiert und bleibt dort für das nächste Mal.';
  if (program && archive) return 'Das Programm auf Ihrem Computer hat sich und seinen Download entfernt.';
  if (program) return 'Das Programm hat sich entfernt. Sie können sein Archiv löschen, remotehelp-….tar.gz.';
  return 'Sie können das Programm RemoteHelp-… und sein Archiv löschen, remotehelp-….tar.gz.';
}

export const sessionTexts: Translation<typeof english> = {
  session: {
    pageTitle: (rep) => `Chat mit ${rep}`,
    log: (rep) => `Chat mit ${rep}`,
    since: (time) => `Hilft Ihnen seit ${time}`,
    write: (rep) => `An ${rep} schreiben`,
    typing: (rep) => `${rep} schreibt`,
    you: 'Sie',
    may: (rep) => `Was ${rep} darf`,
    see: 'Ihren Bildschirm sehen',
    hands: customerHands,
    no: 'nein',
    asksNow: 'fragt gerade',
    wholeSession: 'diese Sitzung',
    paused: 'pausiert',
    stopShowing: 'Bildschirm nicht mehr zeigen',
    end: 'Sitzung beenden',
    repMissing: (rep, since, endsAt) =>
      `${rep} ist seit ${since} nicht erreichbar. Was Sie schreiben, bleibt erhalten. Ist ${rep} bis ${endsAt} nicht zurück, endet die Sitzung von selbst.`,
    repMissingInChannel: (rep, since, endsAt) =>
      `${rep} ist seit ${since} nicht erreichbar. Was Sie schreiben, bleibt erhalten. Ist ${rep} bis ${endsAt} nicht zurück, übernimmt jemand anders.`,
    repLost: (rep, place) =>
      `${rep} hat die Verbindung verloren. Sie sind an ${place} Stelle; jemand anders übernimmt. Was Sie schreiben, bleibt erhalten.`,
    repLostAndNobody: (rep, place) =>
      `${rep} hat die Verbindung verloren, und sonst ist gerade niemand da. Sie sind an ${place} Stelle und behalten Ihren Platz: Wer kommt, übernimmt. Was Sie schreiben, bleibt erhalten.`,
    endAndAskAgain: 'Beenden und noch einmal fragen',
    endQuestion: (rep) => `Sitzung mit ${rep} beenden?`,
    endingNow: 'Wird beendet…',
    endText: 'Der Chat schließt endgültig, und niemand sieht mehr Ihren Bildschirm. Sie können wieder um Hilfe bitten.',
    goOn: 'Weitermachen',
    wrong: 'Das fühlt sich falsch an',
    wrongText: 'Beendet alles sofort und wird zur Sitzung aufgeschrieben.',
    connected: (computer) =>
      computer === '' ? 'Ihr Computer ist verbunden' : `Ihr Computer ${computer} ist verbunden`,
    answerOnDesktop: (rep) => `${rep} fragt Sie etwas. Antworten Sie im RemoteHelp-Fenster auf Ihrem Bildschirm.`,
    sayNo: 'Nein',
    banner: {
      seeing: (rep) => `${rep} sieht Ihren Bildschirm`,
      controlling: (rep, devices) => `${rep} benutzt Ihre ${customerHands[devices]}`,
      paused: (rep) => `${rep} wartet, Sie haben die Maus`,
      left: (time) => `noch ${time}`,
      secondsLeft: (seconds) => `noch ${seconds} Sekunden`,
    },
    failedMessage: (why) => `Nicht gesendet. ${why}`,
  },

  consent: {
    view: (rep) => `Darf ${rep} Ihren Bildschirm sehen?`,
    control: (rep, devices) => `Darf ${rep} Ihre ${customerHands[devices]} benutzen?`,
    who: (rep, organisation) => `${rep}, ${organisation}.`,
    viewScope: 'Alles, was darauf ist, für',
    controlScope: (devices) =>
      devices === 'both'
        ? 'Maus und Tastatur, für'
        : devices === 'pointer'
          ? 'Maus, nicht die Tastatur, für'
          : 'Tastatur, nicht die Maus, für',
    closePrivate: 'Schließen Sie zuerst, was privat ist',
    stops: (rep) => `Bewegen Sie Ihre Maus, und ${rep} hört sofort auf`,
    notView: 'Nicht Ihre Maus, nicht Ihre Dateien, keine Aufzeichnung',
    notControl: 'Nicht Ihre Dateien, nicht Ihre Passwörter, keine Aufzeichnung',
    warning: 'Hat ein Fremder angerufen und Sie auf diese Seite geschickt? Dann sagen Sie Nein.',
    terms: {
      15: { label: '15 Minuten', yes: 'Ja, für 15 Minuten' },
      30: { label: '30', yes: 'Ja, für 30 Minuten' },
      session: { label: 'Diese Sitzung', yes: 'Ja, für diese Sitzung' },
    },
    no: 'Nein',
    askFirst: (rep) => `Erst ${rep} fragen`,
    answer: 'Antworten',
    term: 'Wie lange',
  },

  fetch: {
    title: 'Noch ein Schritt auf Ihrem Computer',
    why: (rep, control) =>
      `Damit ${rep} ${control ? 'mit der Maus helfen' : 'Ihren Bildschirm sehen'} kann, braucht Ihr Computer ein kleines Programm. Es gilt nur für diese Sitzung und entfernt sich, wenn es gestartet ist.`,
    size: (megabytes) => `${megabytes} MB.`,
    button: 'Programm herunterladen',
    preparing: 'Das Programm wird auf dem Server vorbereitet. Das dauert eine Minute; der Knopf erscheint von selbst.',
    unavailable: {
      'windows-x64': 'Das Programm für Windows gibt es hier noch nicht. Sie können weiter schreiben.',
      macos: 'Das Programm für den Mac gibt es hier noch nicht. Sie können weiter schreiben.',
      other: 'Für dieses Gerät gibt es kein Programm. Sie können weiter schreiben.',
      'linux-x64': 'Das Programm ist gerade nicht zu haben. Sie können weiter schreiben.',
    },
    onYourComputer: 'Danach, auf Ihrem Computer',
    steps: [
      { title: 'Download öffnen', text: 'Es ist ein Archiv. Entpacken Sie es mit einem Doppelklick.' },
      {
        title: 'RemoteHelp starten',
        text: 'Doppelklicken Sie auf die Datei RemoteHelp-… darin, und erlauben Sie dem Computer, sie auszuführen.',
      },
      {
        title: 'Dort antworten',
        text: 'Das Programm sagt noch einmal, wer es ist, und fragt Sie auf Ihrem eigenen Bildschirm.',
      },
    ],
    terminal: 'Der Doppelklick tut nichts? Öffnen Sie ein Terminal im Ordner des Downloads',
    copy: 'Kopieren',
    copied: 'Kopiert',
    another: 'Noch einmal herunterladen',
    waiting: 'Das Programm ist noch nicht gestartet.',
    nothingYet: (rep) =>
      `Es geschieht nichts? Das Programm braucht Linux mit einem X11-Desktop; unter Wayland kann es nicht starten. Lesen Sie, was in seinem Fenster steht, starten Sie es in einem Terminal, oder laden Sie es noch einmal herunter. Sagen Sie es ${rep}: Der Chat geht auch ohne weiter.`,
    changedMind: 'Nein, jetzt nicht',
  },

  log: {
    joined: 'ist dabei',
    repLost: 'hat die Verbindung verloren; jemand anders übernimmt',
    youJoined: 'sind jetzt im Chat',
    askedView: 'möchte Ihren Bildschirm sehen',
    askedControl: (devices) => `möchte Ihre ${customerHands[devices]} benutzen`,
    unasked: 'hat die Frage zurückgenommen',
    agreed: 'haben Ja gesagt. Das Programm auf Ihrem Computer fragt noch einmal.',
    fetched: 'haben das Programm heruntergeladen',
    hostJoined: (computer) =>
      computer === '' ? 'Ihr Computer ist verbunden' : `Ihr Computer ${computer} ist verbunden`,
    hostFailed: {
      wayland:
        'Das Programm wurde gestartet, kann diesen Desktop aber nicht zeigen (Wayland). Wählen Sie die Xorg-Sitzung, wenn Sie sich am Computer anmelden; der Chat geht weiter.',
      'no-desktop': 'Das Programm wurde gestartet, fand aber keinen Desktop, den es zeigen kann. Der Chat geht weiter.',
    },
    hostRemoved: removed,
    hostLeft: {
      ended: 'Das Programm auf Ihrem Computer ist beendet',
      lost: 'Das Programm auf Ihrem Computer ist nicht erreichbar',
      closed: 'Das Programm auf Ihrem Computer wurde geschlossen',
    },
    launchAsked: (what) => `möchte auf Ihrem Computer öffnen: ${what}`,
    launchSettled: {
      done: (what) => `haben auf Ihrem Computer öffnen lassen: ${what}`,
      refused: (what) => `haben Nein gesagt zum Öffnen von ${what}`,
      'not-found': (what) => `Auf Ihrem Computer gibt es nicht: ${what}`,
      failed: (what) => `Ihr Computer konnte nicht öffnen: ${what}`,
    },
    granted: {
      view: (rep, time) => `${rep} sieht Ihren Bildschirm, ${time}`,
      control: (rep, devices, time) => `${rep} benutzt Ihre ${customerHands[devices]}, ${time}`,
    },
    allowed: 'Sie haben erlaubt:',
    until: (minutes) => (minutes === 1 ? '1 Minute' : `${minutes} Minuten`),
    wholeSession: 'für diese Sitzung',
    refused: {
      view: 'haben Nein gesagt zum Zeigen des Bildschirms',
      control: 'haben Nein gesagt zu Maus und Tastatur',
    },
    withdrawn: {
      view: 'zeigen Ihren Bildschirm nicht mehr',
      control: 'haben Maus und Tastatur zurückgenommen',
    },
    gaveBack: {
      view: 'sieht Ihren Bildschirm nicht mehr an',
      control: 'hat Maus und Tastatur zurückgegeben',
    },
    expired: {
      view: 'Die Zeit für das Sehen des Bildschirms ist um',
      control: 'Die Zeit für Maus und Tastatur ist um',
    },
    shown: {
      direct: 'sieht jetzt Ihren Bildschirm, direkt verbunden',
      gateway: 'sieht jetzt Ihren Bildschirm, über ein Relais',
      unknown: 'sieht jetzt Ihren Bildschirm',
    },
    hidden: 'Ihr Bildschirm wird nicht mehr gezeigt',
    paused: {
      pointer: 'haben die Maus kurz zurückgenommen',
      button: 'haben die Maus kurz zurückgenommen',
      key: 'haben kurz die eigene Tastatur benutzt',
      asked: 'haben Maus und Tastatur kurz zurückgenommen',
    },
    resumed: (rep) => `${rep} hat wieder Maus und Tastatur`,
    endedByYou: 'haben die Sitzung beendet',
    ended: {
      finished: 'hat die Sitzung beendet',
      'feels-wrong': 'haben alles beendet, weil es sich falsch anfühlte',
      lost: 'Die Sitzung endete, weil die Verbindung zu lange weg war',
      'rep-lost': 'Die Sitzung endete, weil die Person, die Ihnen half, nicht zurückkam',
      'rep-stopped': 'Die Sitzung endete, weil die Organisation das Konto der Person abgeschaltet hat, die Ihnen half',
      expired: 'Die Sitzung endete von selbst',
    },
    you: 'Sie',
  },
};
