import type { Translation } from '../../../shared/ui/pick-texts.ts';
import type { incidentTexts as english } from './customer-incidents-en.ts';

export const incidentTexts: Translation<typeof english> = {
  label: 'Art des Problems',
  choose: 'Wählen Sie, was am besten passt',
  other: 'Etwas anderes',
  missing: 'Diese Art Problem gibt es nicht mehr zur Wahl. Wählen Sie eine andere.',
};
