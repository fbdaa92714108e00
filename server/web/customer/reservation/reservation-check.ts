/** Which field of a reservation is not right yet, and what to write there. Pure. */
import * as v from 'valibot';
import { ReservationForm } from '../../../../shared/contract/reservation.ts';
import { reservationTexts } from '../../texts/customer-reservation.ts';
import { checkRequest } from '../request/request-check.ts';
import type { RequestDraft, RequestFaults } from '../request/request-check.ts';
import type { Wish } from './wished-time.tsx';

/** A sentence for each field that must be mended. */
export type ReservationFaults = RequestFaults & { readonly wish?: string };

/** The form as the server takes it, or what is wrong, field by field. */
export type CheckedReservation =
  { readonly ok: true; readonly form: ReservationForm } | { readonly ok: false; readonly faults: ReservationFaults };

/** As a request, but with a number to call, and with a time if one is wished. A call is about no catalogued reason. */
export function checkReservation(draft: RequestDraft, wish: Wish): CheckedReservation {
  const request = checkRequest({ ...draft, incident: null });
  const phone = v.is(ReservationForm.entries.phone, draft.phone) ? {} : { phone: reservationTexts.missingPhone };
  const time = wish === undefined ? { wish: reservationTexts.missingTime } : {};
  const faults = { ...(request.ok ? {} : request.faults), ...phone, ...time };
  if (!request.ok || wish === undefined || Object.keys(faults).length > 0) return { ok: false, faults };
  const { incident: _none, ...form } = request.form;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { ok: true, form: { ...form, wishedAt: wish, timeZone } };
}
