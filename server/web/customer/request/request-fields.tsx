import { Select } from '../../../../shared/ui/select.tsx';
import type { Choice } from '../../../../shared/ui/select.tsx';
import { TextArea } from '../../../../shared/ui/text-area.tsx';
import { TextInput } from '../../../../shared/ui/text-input.tsx';
import { incidentTexts } from '../../texts/customer-incidents.ts';
import { texts } from '../../texts/customer.ts';
import type { RequestDraft, RequestFaults } from './request-check.ts';
import './request.css';

type RequestFieldsProps = {
  draft: RequestDraft;
  /** Shown at the fields. */
  faults: RequestFaults;
  /** Catalogued reasons to choose from; without any there is no list. */
  incidents: readonly Choice<string>[];
  onChange: (draft: RequestDraft) => void;
  /** Somebody is to be called, so the number must be there. */
  needsPhone?: boolean;
};

/** Who asks, and what for: the same fields for asking and for changing. */
export function RequestFields({ draft, faults, incidents, onChange, needsPhone = false }: RequestFieldsProps) {
  const words = texts.request;
  const field = (name: 'name' | 'email' | 'phone' | 'reason' | 'message') => ({
    label: words[name],
    value: draft[name],
    error: faults[name],
    onValue: (value: string) => onChange({ ...draft, [name]: value }),
  });
  const isOffered = incidents.some(({ value }) => value === draft.incident);
  return (
    <>
      <div class="request-pairs">
        <TextInput {...field('name')} autocomplete="name" required maxLength={80} />
        <TextInput {...field('email')} optional type="email" autocomplete="email" maxLength={254} />
        <TextInput
          {...field('phone')}
          optional={!needsPhone}
          required={needsPhone}
          type="tel"
          autocomplete="tel"
          maxLength={40}
        />
        {incidents.length > 0 && (
          <Select
            label={incidentTexts.label}
            optional
            placeholder={incidentTexts.choose}
            error={faults.incident}
            choices={incidents}
            value={isOffered ? (draft.incident ?? '') : ''}
            onValue={(incident) => onChange({ ...draft, incident })}
          />
        )}
        <TextInput {...field('reason')} autocomplete="off" required maxLength={120} placeholder={words.reasonHint} />
      </div>
      <TextArea {...field('message')} optional rows={3} maxLength={2000} />
    </>
  );
}
