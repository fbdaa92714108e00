import type { Translation } from '../../../shared/ui/pick-texts.ts';
import type { installedTexts as english } from './customer-installed-en.ts';

export const installedTexts: Translation<typeof english> = {
  why: (rep, isControl) =>
    `Das Programm, das ${rep} Ihren Bildschirm zeigt${isControl ? ' und mit Maus und Tastatur helfen lässt' : ''}, ist schon auf diesem Computer. Es fragt Sie noch einmal, und nichts wird gesehen, bevor Sie dort Ja sagen.`,
  start: 'RemoteHelp starten',
  starting: 'Wird gestartet…',
  downloadInstead: 'Stattdessen herunterladen',
  started: 'RemoteHelp startet auf Ihrem Computer und fragt Sie dort.',
  failed: 'RemoteHelp ließ sich nicht starten. Versuchen Sie es noch einmal, oder laden Sie es herunter.',
  outdated: 'Das RemoteHelp auf diesem Computer ist zu alt für diesen Server. Laden Sie es für diese Sitzung herunter.',
};
