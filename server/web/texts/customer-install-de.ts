import type { Translation } from '../../../shared/ui/pick-texts.ts';
import type { installTexts as english } from './customer-install-en.ts';

export const installTexts: Translation<typeof english> = {
  title: 'RemoteHelp im Browser installieren',
  lead: 'Für alle, die helfen, an einem Computer mit Chrome, Edge, Chromium oder Firefox. Wer Hilfe sucht, installiert nichts.',
  ask: 'Ich brauche Hilfe',
  opening: 'Es wird nachgesehen, was dieser Server hat',
  failed: 'Der Server hat nicht gesagt, was er hat. Laden Sie diese Seite gleich noch einmal.',
  notBuilt: 'Dieser Server hat keine Erweiterung abzugeben. Wer ihn verwaltet, baut sie mit npm start.',
  has: {
    same: (version) => `Sie haben ${version}, dieser Server hat ${version}.`,
    other: (yours, theirs) => `Sie haben ${yours}, dieser Server hat ${theirs}.`,
    isNewest: 'Es ist nichts mehr zu tun.',
    isOlder: 'Installieren Sie sie noch einmal wie unten: Was Sie eingestellt haben, bleibt.',
    isNewer: 'Ihr Server ist vielleicht im Rückstand: Sagen Sie es seiner Verwaltung, wenn etwas nicht geht.',
    none: 'In diesem Browser zeigt sich kein RemoteHelp dieses Servers.',
    noneText: 'Installieren Sie es wie unten. Diese Zeile ändert sich, sobald es da ist.',
    lookAgain: 'Noch einmal nachsehen',
  },
  browsers: 'Ihr Browser',
  chrome: 'Chrome, Edge, Chromium',
  firefox: 'Firefox',
  steps: 'Schritte',
  save: 'Archiv speichern',
  copy: 'Kopieren',
  copied: 'Kopiert',
  drawn: {
    archive: 'remotehelp-chrome.zip',
    folder: 'remotehelp-chrome',
    extensions: 'chrome://extensions',
    developer: 'Entwicklermodus',
    unpacked: 'Entpackte Erweiterung laden',
    pack: 'Erweiterung packen',
    store: 'Chrome Web Store',
    add: 'Hinzufügen',
    debugging: 'about:debugging',
    temporary: 'Temporäres Add-on laden…',
    addOn: 'RemoteHelp hinzufügen?',
    addButton: 'Hinzufügen',
    cancel: 'Abbrechen',
    icon: 'RemoteHelp',
  },
  chromeSteps: {
    archive: {
      title: 'Archiv speichern und entpacken',
      text: 'In einen Ordner, der bleibt: Der Browser liest ihn bei jedem Start.',
    },
    developer: {
      title: 'chrome://extensions öffnen und den Entwicklermodus einschalten',
      text: 'Tippen Sie es in die Adresszeile; in Edge heißt es edge://extensions. Der Schalter ist rechts oben, in Edge links.',
    },
    unpacked: {
      title: '„Entpackte Erweiterung laden“ drücken und den Ordner wählen',
      text: 'Den, in dem manifest.json liegt.',
    },
    store: {
      title: 'Den Store öffnen und „Hinzufügen“ drücken',
      text: 'Edge fragt zuerst, ob es diesen Store benutzen darf.',
    },
    pin: {
      title: 'Das Puzzleteil drücken, dann die Nadel neben RemoteHelp',
      text: 'Das Symbol zählt dann, wer wartet, und ein Druck öffnet die Seitenleiste.',
    },
  },
  openStore: 'Store öffnen',
  firefoxSteps: {
    add: { title: '„Installieren“ und dann „Hinzufügen“ drücken', text: 'Firefox fragt, ob Sie diesem Server trauen.' },
    file: { title: 'Die Datei speichern', text: 'Es ist ein Add-on, das Mozilla nicht signiert hat.' },
    debugging: {
      title: 'about:debugging#/runtime/this-firefox öffnen',
      text: 'Tippen Sie es in die Adresszeile.',
    },
    temporary: {
      title: '„Temporäres Add-on laden“ drücken und die Datei wählen',
      text: 'Es bleibt, bis Firefox geschlossen wird.',
    },
    icon: {
      title: 'Das Symbol in der Symbolleiste drücken',
      text: 'Die Seitenleiste öffnet sich. Ziehen Sie an ihrem Rand, um sie breiter zu machen.',
    },
  },
  install: 'Installieren',
  saveUnsigned: 'Datei speichern (nicht signiert)',
  unsigned: 'Nicht von Mozilla signiert.',
  unsignedText:
    'Firefox behält ein solches Add-on nur, bis es geschlossen wird. Für die Verwaltung: Unten steht, wie es bleibt.',
  forAdministrators: 'Für die Verwaltung',
  policy: {
    title: 'Auf jedem Computer der Organisation',
    text: 'Browser, die Ihre Organisation verwaltet, installieren und erneuern es von selbst, signiert von diesem Server. Schreiben Sie diese Zeile in die Richtlinie ExtensionInstallForcelist von Chrome, Edge oder Chromium:',
    where:
      'Unter Linux ist das eine Datei in /etc/opt/chrome/policies/managed, /etc/opt/edge/policies/managed oder /etc/chromium/policies/managed; unter Windows eine Gruppenrichtlinie für Computer einer Domäne; unter macOS ein Profil verwalteter Computer.',
    file: 'Unter Linux ist die ganze Datei:',
    signed: 'Die signierte Datei selbst',
  },
  store: {
    title: 'In einem eigenen Store-Eintrag',
    text: 'Laden Sie das Archiv in den Chrome Web Store oder zu Microsoft Edge Add-ons hoch, sichtbar nur für Ihre Organisation. Der Chrome-Store gibt ihm eine Kennung: Nennen Sie sie in der Einstellung EXTENSION_STORE_ID, dann führt diese Seite dorthin.',
  },
  mozilla: {
    title: 'Von Mozilla signiert',
    text: 'Schicken Sie die Datei an addons.mozilla.org, um sie selbst zu verteilen (nicht gelistet). Mozilla signiert sie in Minuten. Legen Sie, was zurückkommt, als remotehelp-firefox.xpi in den Datenordner des Servers: Diese Seite bietet es sofort an, und Firefox erneuert es über https von hier.',
  },
  managedFirefox: {
    title: 'Ohne Signatur',
    text: 'Firefox ESR und die Developer Edition behalten unsignierte Add-ons, wenn eine Richtlinie xpinstall.signatures.required auf false setzt. Die Datei policies.json ist dann:',
  },
};
