import type { ReservationId } from '../../shared/contract/identifiers.ts';
import type { Reservation } from '../../shared/contract/reservation.ts';
import type { ReservationGone, ReservationRow } from '../port/view-state.ts';

/** The open reservations as the server has them now. Rows that went away for a told reason stay for their moment. */
export function withReservations(
  rows: readonly ReservationRow[],
  reservations: readonly Reservation[],
): ReservationRow[] {
  const open = new Set(reservations.map(({ id }) => id));
  const leaving = rows.filter(({ reservation, gone }) => gone !== null && !open.has(reservation.id));
  return inOrder([...reservations.map((reservation) => ({ reservation, gone: null })), ...leaving]);
}

/** A new reservation, or a changed one. */
export function withReservation(rows: readonly ReservationRow[], reservation: Reservation): ReservationRow[] {
  return inOrder([...rows.filter((row) => row.reservation.id !== reservation.id), { reservation, gone: null }]);
}

/** Marks a row as gone; one that is gone already stays as it is. */
export function withReservationGone(
  rows: readonly ReservationRow[],
  id: ReservationId,
  gone: ReservationGone,
): ReservationRow[] {
  return rows.map((row) => (row.reservation.id === id && row.gone === null ? { ...row, gone } : row));
}

/** Takes a gone row out of sight. */
export function withoutReservation(rows: readonly ReservationRow[], id: ReservationId): ReservationRow[] {
  return rows.filter((row) => row.reservation.id !== id || row.gone === null);
}

/** The reservations whose time has come and whom nobody calls. */
export function dueReservations(rows: readonly ReservationRow[]): Reservation[] {
  return rows.flatMap(({ reservation, gone }) =>
    gone === null && reservation.due && reservation.calling === null ? [reservation] : [],
  );
}

/* Due ones first, then who wants to be called as soon as possible, then by the wished time; else whoever asked first. */
function inOrder(rows: readonly ReservationRow[]): ReservationRow[] {
  const rank = ({ reservation: { due, wishedAt } }: ReservationRow) => (due ? 0 : wishedAt === null ? 1 : 2);
  const time = ({ reservation: { wishedAt, createdAt } }: ReservationRow) => wishedAt ?? createdAt;
  return rows.toSorted((one, other) => rank(one) - rank(other) || time(one) - time(other));
}
