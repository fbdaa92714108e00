/** Which field of a request is not right yet, and what to write there. Pure. */
import * as v from 'valibot';
import { RequestForm } from '../../../../shared/contract/support-request.ts';
import { incidentTexts } from '../../texts/customer-incidents.ts';
import { texts } from '../../texts/customer.ts';

/** What stands in the fields; `channel` is an id or nothing yet. */
export interface RequestDraft {
  readonly channel: string | undefined;
  /** An id, or nothing that the catalogue names. */
  readonly incident?: string | null | undefined;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly reason: string;
  readonly message: string;
}

/** A sentence for each field that must be mended. */
export type RequestFaults = Partial<Record<keyof RequestDraft, string>>;

/** The form as the server takes it, or what is wrong, field by field. */
export type CheckedRequest =
  { readonly ok: true; readonly form: RequestForm } | { readonly ok: false; readonly faults: RequestFaults };

export const emptyDraft: RequestDraft = {
  channel: undefined,
  incident: null,
  name: '',
  email: '',
  phone: '',
  reason: '',
  message: '',
};

export function checkRequest(draft: RequestDraft): CheckedRequest {
  // Blanks around an address or a number are nobody's intention; the contract takes an empty one only without them.
  const tidy = { ...draft, email: draft.email.trim(), phone: draft.phone.trim() };
  const parsed = v.safeParse(RequestForm, tidy);
  if (parsed.success) return { ok: true, form: parsed.output };
  const faults: RequestFaults = {};
  for (const issue of parsed.issues) {
    const field = issue.path?.[0]?.key;
    if (isField(field)) faults[field] = words[field];
  }
  return { ok: false, faults };
}

const words: Record<keyof RequestDraft, string> = { ...texts.request.missing, incident: incidentTexts.missing };

function isField(key: unknown): key is keyof RequestDraft {
  return typeof key === 'string' && Object.hasOwn(emptyDraft, key);
}
