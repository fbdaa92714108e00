import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { List } from '../../../shared/ui/list-row.tsx';
import { reservationTexts } from '../../texts/reservations-en.ts';
import { useView } from '../../view/view-context.ts';
import { useOpenUsedCode } from '../use-open-used-code.ts';
import { OwnCall } from './own-call.tsx';
import { ReservationListRow } from './reservation-list-row.tsx';
import './reservations-room.css';

/** Customers who want to be called back: the own calls on top, then whose time has come, then the others. */
export function ReservationsRoom() {
  const { desk } = useView();
  useOpenUsedCode();
  const me = desk.desk.value?.account.id;
  const rows = desk.reservations.value;
  const isMine = ({ reservation, gone }: (typeof rows)[number]) => gone === null && reservation.calling?.account === me;
  const others = rows.filter((row) => !isMine(row));
  const open = others.filter(({ gone }) => gone === null).length;
  if (rows.length === 0) return <EmptyState text={reservationTexts.empty} />;
  return (
    <>
      {rows.filter(isMine).map(({ reservation }) => (
        <OwnCall key={reservation.id} reservation={reservation} />
      ))}
      {others.length > 0 && (
        <>
          <header class="ext-reservations-head">
            <h2 class="ext-reservations-title">
              {reservationTexts.open} <span class="rh-faint rh-numbers">{open}</span>
            </h2>
          </header>
          <List label={reservationTexts.open}>
            {others.map((row) => (
              <ReservationListRow key={row.reservation.id} row={row} />
            ))}
          </List>
        </>
      )}
    </>
  );
}
