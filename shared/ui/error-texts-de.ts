/** What a reader of German reads of the failures in the catalogue. */
import type { ErrorCode } from '../contract/errors.ts';

export const errorTextsDe: Readonly<Record<ErrorCode, string>> = {
  invalid: 'Der Server versteht diese Nachricht nicht. Laden Sie die Seite neu, und versuchen Sie es noch einmal.',
  'protocol-mismatch': 'Die beiden Programme haben verschiedene Versionen. Das ältere muss aktualisiert werden.',
  'not-signed-in': 'Sie sind abgemeldet. Melden Sie sich wieder an.',
  'wrong-credentials': 'Benutzername oder Passwort stimmt nicht. Prüfen Sie beides, und versuchen Sie es noch einmal.',
  'code-wrong': 'Dieser Code stimmt nicht, oder er wurde schon benutzt. Warten Sie auf den nächsten.',
  'not-allowed': 'Das ist hier nicht erlaubt.',
  'wrong-origin': 'Diese Seite gehört nicht zu dem Server, mit dem sie spricht. Öffnen Sie die Seite des Servers.',
  'not-found': 'Hier ist nichts (mehr). Gehen Sie zurück, und sehen Sie noch einmal nach.',
  'already-taken': 'Jemand anders war schneller.',
  'already-exists': 'Diesen Namen gibt es schon. Wählen Sie einen anderen.',
  'already-waiting': 'Sie warten in diesem Browser schon.',
  'log-full':
    'In diese Sitzung passt nichts mehr hinein: Sie dauert schon sehr lange. Beenden Sie sie und beginnen Sie eine neue.',
  'session-ended': 'Diese Sitzung ist beendet. Bitten Sie noch einmal um Hilfe, wenn Sie sie brauchen.',
  'at-capacity': 'Mehr geht im Moment nicht gleichzeitig. Versuchen Sie es später noch einmal.',
  'nobody-there': 'Hier kann gerade niemand antworten. Versuchen Sie es später noch einmal.',
  'reservations-full': 'Hier können gerade keine Rückrufe mehr angenommen werden. Kommen Sie später wieder.',
  'code-refused': 'Dieser Code gilt nicht (mehr). Lassen Sie sich von der Person, die Ihnen hilft, einen neuen geben.',
  'link-refused': 'Dieser Link gilt nicht (mehr). Lassen Sie sich von der Person, die Ihnen hilft, einen neuen geben.',
  'proof-needed':
    'Im Moment gibt es viele Versuche, darum muss Ihr Browser zuerst etwas rechnen. Laden Sie die Seite neu, und versuchen Sie es noch einmal.',
  'ticket-refused': 'Das galt nur einmal, und es wurde benutzt oder ist zu alt. Lassen Sie sich ein neues geben.',
  'too-many-tries': 'Zu viele Versuche. Warten Sie einige Minuten, und versuchen Sie es dann noch einmal.',
  'too-large': 'Das ist mehr, als hier gesendet werden kann: zu groß, oder zu viele Dateien.',
  'file-refused': 'Programme können hier nicht gesendet werden, auch nicht unter anderem Namen.',
  'mail-not-set-up': 'Dieser Server sendet noch keine Mails. Kopieren Sie den Text, und senden Sie ihn selbst.',
  'mail-failed':
    'Die Mail ging nicht ab: Der Mailserver nimmt sie nicht an. Prüfen Sie die Adresse, oder kopieren Sie den Text, und senden Sie ihn selbst.',
  'host-unavailable':
    'Das Programm für diese Art Computer gibt es hier noch nicht. Der Chat geht weiter; der Bildschirm kann nicht gezeigt werden.',
  'host-preparing':
    'Das Programm wird auf dem Server vorbereitet. Das dauert eine Minute; versuchen Sie es noch einmal.',
  'no-answer': 'Der Server antwortet nicht. Es wird von selbst weiter versucht; nichts geht verloren.',
  'untrusted-server':
    'Was antwortet, kann nicht beweisen, dass es Ihr Server ist. Machen Sie nicht weiter; sagen Sie es der Organisation.',
  'store-down': 'Der Server erreicht gerade seine Daten nicht. Er versucht es von selbst weiter.',
  'store-full':
    'Die Festplatte des Servers ist voll: Nichts Neues kann gespeichert werden. Was da ist, kann gelesen werden. Sagen Sie es der Organisation.',
  'server-fault': 'Auf dem Server ging etwas schief. Es wurde aufgeschrieben; versuchen Sie es noch einmal.',
};
