import { Phone } from 'lucide';
import { Button } from '../../../shared/ui/button.tsx';
import { calendarDay } from '../../../shared/ui/format-time.ts';
import { Link } from '../../../shared/ui/link.tsx';
import { List, ListRow } from '../../../shared/ui/list-row.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { Section } from '../../../shared/ui/section.tsx';
import { reservationTexts } from '../../texts/reservations-en.ts';
import { useView } from '../../view/view-context.ts';
import { usePanel } from '../panel-context.ts';
import { callTime } from '../reservations/call-time.ts';

/** On Home there is room for these; the others are in their own room. */
const most = 3;

/** Whom to call back today; nothing while nobody has reserved. */
export function ReservationsToday() {
  const { desk, orders } = useView();
  const panel = usePanel();
  const now = desk.clock.now();
  const open = desk.reservations.value.filter(({ gone }) => gone === null).map(({ reservation }) => reservation);
  if (open.length === 0) return null;
  const today = open.filter(
    ({ calling, wishedAt, due }) =>
      calling === null && (due || wishedAt === null || calendarDay(wishedAt) === calendarDay(now)),
  );
  const callBack = async (reservation: (typeof open)[number]) => {
    const from = panel.place.value;
    const answer = await orders.give('reservations.callBack', { reservation: reservation.id });
    if (answer !== undefined && panel.place.value === from) panel.goTo('reservations');
  };
  return (
    <Section
      title={reservationTexts.home.title}
      aside={<Link onClick={() => panel.goTo('reservations')}>{reservationTexts.home.all(open.length)}</Link>}
      flush
    >
      <List label={reservationTexts.home.title}>
        {today.slice(0, most).map((reservation) => (
          <ListRow
            key={reservation.id}
            start={reservation.wishedAt === null ? undefined : callTime(reservation.wishedAt, now)}
            title={<OutsideText text={reservation.name} />}
            detail={<OutsideText text={reservation.reason} />}
            actionStays
            action={
              <Button
                icon={Phone}
                aria-label={reservationTexts.callBackName(safeName(reservation.name))}
                onClick={() => void callBack(reservation)}
              >
                {reservationTexts.callBack}
              </Button>
            }
          />
        ))}
      </List>
    </Section>
  );
}
