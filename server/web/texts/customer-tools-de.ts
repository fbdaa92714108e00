/** Die Werkzeuge auf dem Computer, auf der Kundenseite. */
import type { ToolScope } from '../../../shared/contract/consent.ts';
import type { SpecialAction, ToolUse } from '../../../shared/contract/tool-use.ts';
import { byteSize } from '../../../shared/ui/byte-size.ts';
import { safeName } from '../../../shared/ui/safe-text.ts';

interface ToolWords {
  /** Beside a tick or a clock. */
  readonly name: string;
  readonly question: (rep: string) => string;
  readonly scope: string;
  readonly doesNot: string;
  readonly careful: string;
  /** After "You allowed". */
  readonly granted: (rep: string, time: string) => string;
  readonly refused: string;
  readonly withdrawn: string;
  readonly gaveBack: string;
  readonly expired: string;
  readonly asked: string;
}

const words: Record<ToolScope, ToolWords> = {
  files: {
    name: 'Ihre Dateien',
    question: (rep) => `${rep} an Ihre Dateien lassen?`,
    scope: 'Dateien sehen, kopieren, ändern und löschen, soweit Sie das dürfen',
    doesNot: 'Nicht Ihren Bildschirm, nicht Ihre Maus',
    careful: 'Jede kopierte oder gelöschte Datei wird hier festgehalten.',
    granted: (rep, time) => `${rep} den Zugriff auf Ihre Dateien, ${time}`,
    refused: 'haben den Zugriff auf Ihre Dateien abgelehnt',
    withdrawn: 'haben den Zugriff auf Ihre Dateien beendet',
    gaveBack: 'hat den Zugriff auf Ihre Dateien beendet',
    expired: 'Die Zeit für Ihre Dateien ist abgelaufen',
    asked: 'fragt nach Ihren Dateien',
  },
  shell: {
    name: 'Ihre Befehlszeile',
    question: (rep) => `${rep} an Ihre Befehlszeile lassen?`,
    scope: 'Befehle eingeben, die mit Ihren Rechten laufen',
    doesNot: 'Nicht Ihren Bildschirm, nicht Ihre Maus',
    careful: 'Was dann noch läuft, wird am Ende der Zeit beendet.',
    granted: (rep, time) => `${rep} die Befehlszeile, ${time}`,
    refused: 'haben die Befehlszeile abgelehnt',
    withdrawn: 'haben die Befehlszeile zurückgenommen',
    gaveBack: 'hat die Befehlszeile zurückgegeben',
    expired: 'Die Zeit für die Befehlszeile ist abgelaufen',
    asked: 'fragt nach Ihrer Befehlszeile',
  },
  'system-information': {
    name: 'Angaben zu Ihrem Computer',
    question: (rep) => `${rep} die Angaben zu Ihrem Computer zeigen?`,
    scope: 'Lesen, was eingebaut und installiert ist und was läuft',
    doesNot: 'Nichts wird geändert, und keine Ihrer Dateien wird gelesen',
    careful: 'Sie sehen hier, was gelesen wurde.',
    granted: (rep, time) => `${rep} die Angaben zu Ihrem Computer, ${time}`,
    refused: 'haben die Angaben zu Ihrem Computer abgelehnt',
    withdrawn: 'haben die Angaben zu Ihrem Computer geschlossen',
    gaveBack: 'hat die Angaben zu Ihrem Computer geschlossen',
    expired: 'Die Zeit für die Angaben zu Ihrem Computer ist abgelaufen',
    asked: 'fragt nach Angaben zu Ihrem Computer',
  },
  actions: {
    name: 'Reparaturen',
    question: (rep) => `${rep} Reparaturen ausführen lassen?`,
    scope: 'Einstellungen öffnen, den Computer sperren oder neu starten und vorbereitete Skripte ausführen',
    doesNot: 'Nichts frei Eingegebenes: nur, was die Organisation vorbereitet hat',
    careful: 'Jede wird hier festgehalten.',
    granted: (rep, time) => `${rep} Reparaturen, ${time}`,
    refused: 'haben Reparaturen abgelehnt',
    withdrawn: 'haben die Reparaturen zurückgenommen',
    gaveBack: 'hat die Reparaturen zurückgegeben',
    expired: 'Die Zeit für Reparaturen ist abgelaufen',
    asked: 'fragt nach Reparaturen',
  },
};

const actions: Record<SpecialAction, string> = {
  lock: 'hat Ihren Computer gesperrt',
  'log-out': 'hat Sie abgemeldet',
  'task-manager': 'hat den Task-Manager geöffnet',
  settings: 'hat die Einstellungen geöffnet',
  'network-settings': 'hat die Netzwerkeinstellungen geöffnet',
  'printer-settings': 'hat die Druckereinstellungen geöffnet',
  updates: 'hat die Updates geöffnet',
  terminal: 'hat ein Terminal auf Ihrem Bildschirm geöffnet',
  'flush-names': 'hat den Namensspeicher geleert',
  restart: 'hat Ihren Computer neu gestartet',
  'restart-safe-mode': 'hat Ihren Computer im abgesicherten Modus neu gestartet',
};

export const toolTexts = {
  words,
  takeAllBack: 'Alles zurücknehmen',
  /** After the representative's name. */
  used(use: ToolUse): string {
    switch (use.did) {
      case 'file-taken':
        return `hat ${safeName(use.name, 100)} von Ihrem Computer kopiert, ${byteSize(use.bytes)}`;
      case 'file-given':
        return `hat ${safeName(use.name, 100)} auf Ihren Computer kopiert, ${byteSize(use.bytes)}`;
      case 'file-removed':
        return `hat ${safeName(use.name, 100)} gelöscht`;
      case 'file-renamed':
        return `hat ${safeName(use.name, 100)} in ${safeName(use.to, 100)} umbenannt`;
      case 'folder-made':
        return `hat den Ordner ${safeName(use.name, 100)} angelegt`;
      case 'shell-opened':
        return 'hat eine Befehlszeile geöffnet';
      case 'shell-closed':
        return 'hat eine Befehlszeile geschlossen';
      case 'system-read':
        return 'hat Angaben zu Ihrem Computer gelesen';
      case 'action-done':
        return use.outcome === 'done' ? actions[use.action] : `${actions[use.action]} (nicht gelungen)`;
      case 'script-run':
        return `hat das Skript ${safeName(use.script, 80)} ausgeführt`;
      default:
        return use satisfies never;
    }
  },
};
