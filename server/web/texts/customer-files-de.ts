import type { Translation } from '../../../shared/ui/pick-texts.ts';
import type { fileTexts as english } from './customer-files-en.ts';

export const fileTexts: Translation<typeof english> = {
  title: 'Dateien',
  hint: 'Sie können sie herunterladen, bis Sie diese Seite verlassen.',
  loading: 'Die Dateien werden geholt',
  nowhere: 'Dateien können Sie senden, sobald Ihnen jemand im Chat hilft.',
};
