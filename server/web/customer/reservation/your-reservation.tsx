import { CalendarX } from 'lucide';
import type { OwnReservation } from '../../../../shared/contract/reservation.ts';
import { clockTime } from '../../../../shared/ui/format-time.ts';
import { Link } from '../../../../shared/ui/link.tsx';
import { OutsideText } from '../../../../shared/ui/outside-text.tsx';
import { reservationTexts } from '../../texts/customer-reservation.ts';
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
    { term: words.message, text: form.message },
  ];
  return (
    <>
      <h2>{words.details}</h2>
      <dl class="your-request">
        {lines
          .filter(({ text }) => text !== '')
          .map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <OutsideText text={text} {...(term === words.message ? { as: 'message' } : {})} />
              </dd>
            </div>
          ))}
        <div>
          <dt>{words.left}</dt>
          <dd>
            {dayName(createdAt)}, {clockTime(createdAt)}
          </dd>
        </div>
      </dl>
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
