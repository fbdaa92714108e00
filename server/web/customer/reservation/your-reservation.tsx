import { CalendarX } from 'lucide';
import type { OwnReservation } from '../../../../shared/contract/reservation.ts';
import { clockTime } from '../../../../shared/ui/format-time.ts';
import { Link } from '../../../../shared/ui/link.tsx';
import { reservationTexts } from '../../texts/customer-reservation.ts';
import { OwnDetails } from '../waiting/own-details.tsx';
import { dayName } from './call-times.ts';

const words = reservationTexts.page;

type YourReservationProps = {
  reservation: OwnReservation;
  /** Missing while it cannot be changed. */
  onChange: (() => void) | undefined;
  onCancel: () => void;
};

/** What was told, as the person who calls reads it. */
export function YourReservation({ reservation, onChange, onCancel }: YourReservationProps) {
  const { form, createdAt, expiresAt } = reservation;
  const lines = [
    { term: words.from, text: form.name },
    { term: words.phone, text: form.phone },
    { term: words.reason, text: form.reason },
    { term: words.message, text: form.message, isMessage: true },
  ];
  return (
    <>
      <OwnDetails title={words.details} lines={lines}>
        <div>
          <dt>{words.left}</dt>
          <dd>
            {dayName(createdAt)}, {clockTime(createdAt)}
          </dd>
        </div>
      </OwnDetails>
      <p>{words.kept(dayName(expiresAt))}</p>
      {onChange !== undefined && (
        <p>
          <Link onClick={onChange}>{words.change}</Link>
        </p>
      )}
      <hr />
      <p>
        <Link icon={CalendarX} onClick={onCancel}>
          {words.cancel}
        </Link>
      </p>
    </>
  );
}
