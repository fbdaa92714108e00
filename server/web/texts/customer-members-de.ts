/** What customers read when several people help them, in German. */
import type { Translation } from '../../../shared/ui/pick-texts.ts';
import type { customerMemberTexts as english } from './customer-members-en.ts';

export const customerMemberTexts: Translation<typeof english> = {
  joined: 'ist auch dabei',
  left: {
    left: 'ist gegangen; die anderen machen weiter',
    removed: 'ist nicht mehr in dieser Sitzung',
  },
  goesOn: (from) => `macht anstelle von ${from} weiter.`,
  keeps: (from, to) => `Was Sie ${from} erlaubt haben, darf jetzt ${to}.`,
  goesOnAgain: 'macht weiter',
  stays: 'Beide bleiben bei Ihnen.',
  handsGiven: 'hat jetzt Maus und Tastatur, soweit Sie es erlauben',
  backInLine: 'musste gehen; Sie warten wieder, und jemand anders macht weiter',
  may: 'Was sie dürfen',
  also: 'Auch hier',
  looksOn: 'sieht zu',
  helps: 'hilft',
  hasHands: 'hat Maus und Tastatur',
  passedOn: (rep, place) =>
    `${rep} musste gehen. Sie sind an ${place} Stelle; jemand anders macht weiter. Was Sie schreiben, bleibt erhalten.`,
  passedOnAndNobody: (rep, place) =>
    `${rep} musste gehen, und sonst ist gerade niemand da. Sie sind an ${place} Stelle und behalten Ihren Platz. Was Sie schreiben, bleibt erhalten.`,
};
