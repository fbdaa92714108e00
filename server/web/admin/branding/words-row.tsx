import { TextArea } from '../../../../shared/ui/text-area.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { brandingTexts as words } from '../../texts/admin-branding-en.ts';
import { texts as customerTexts } from '../../texts/customer-en.ts';
import { FormRow } from '../form/form-row.tsx';
import type { Form } from '../form/use-form.ts';
import type { BrandingDraft } from './branding-draft.ts';

/** The organisation's own words on the customer's pages; what the page says by itself stands in the empty fields. */
export function WordsRow({ form }: { form: Form<BrandingDraft> }) {
  const field = (key: Exclude<keyof BrandingDraft, 'colour'>) => ({
    value: form.values[key],
    error: form.faults[key],
    optional: true,
    onValue: (value: string) => form.set(key, value),
  });
  return (
    <FormRow title={words.words} hint={words.wordsHint}>
      <TextInput {...field('line')} label={words.line} placeholder={customerTexts.line} maxLength={60} />
      <TextInput {...field('title')} label={words.pageTitle} placeholder={customerTexts.request.title} maxLength={60} />
      <TextInput {...field('lead')} label={words.lead} placeholder={customerTexts.request.lead} maxLength={200} />
      <TextArea {...field('privacy')} label={words.privacy} hint={words.privacyHint} rows={4} maxLength={600} />
      <TextInput
        {...field('privacyLink')}
        label={words.privacyLink}
        hint={words.privacyLinkHint}
        type="url"
        autocomplete="off"
        maxLength={500}
      />
      <TextArea {...field('closed')} label={words.closed} hint={words.closedHint} rows={3} maxLength={300} />
    </FormRow>
  );
}
