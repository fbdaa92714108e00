import type { Translation } from '../../../shared/ui/pick-texts.ts';
import type { brandTexts as english } from './customer-brand-en.ts';

export const brandTexts: Translation<typeof english> = {
  kept: (organisation) =>
    `${organisation} bewahrt auf, was Sie hier schreiben und was in der Sitzung geschieht, um Ihnen zu helfen und spätere Fragen dazu zu beantworten.`,
  privacyLink: 'Datenschutzhinweise',
};
