/** Faults of fields that are not on the page at the moment: they are said beside the button, or nobody would learn of them. Pure. */
import type { ReservationFaults } from '../reservation/reservation-check.ts';

type Field = keyof ReservationFaults;

/** The fields that say their own fault, wherever the form stands. */
const alwaysDrawn: readonly Field[] = ['name', 'email', 'phone', 'reason', 'message'];

/** The sentences that no field says; `drawn` names what stands on this page beside the fields of every form. */
export function undrawnFaults(faults: ReservationFaults, drawn: readonly Field[] = []): string[] {
  const shown = new Set<string>([...alwaysDrawn, ...drawn]);
  return Object.entries(faults).flatMap(([field, words]) => (shown.has(field) ? [] : [words]));
}
