import { CalendarClock, CalendarX, Check, Phone } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from '../../../shared/ui/button.tsx';
import { duration } from '../../../shared/ui/format-time.ts';
import { Icon } from '../../../shared/ui/icon.tsx';
import { IconButton } from '../../../shared/ui/icon-button.tsx';
import { ListRow } from '../../../shared/ui/list-row.tsx';
import { OutsideText } from '../../../shared/ui/outside-text.tsx';
import { safeName } from '../../../shared/ui/safe-text.ts';
import { StatusShape } from '../../../shared/ui/status.tsx';
import { Tag } from '../../../shared/ui/tag.tsx';
import type { ReservationGone, ReservationRow } from '../../port/view-state.ts';
import { reservationTexts } from '../../texts/reservations-en.ts';
import { useNow } from '../../view/use-now.ts';
import { useView } from '../../view/view-context.ts';
import { callTime } from './call-time.ts';

const words = reservationTexts;

/** One reservation: who, what for, how to reach them, when, and the way to call. */
export function ReservationListRow({ row: { reservation, gone } }: { row: ReservationRow }) {
  const { desk, orders } = useView();
  const [isCalling, setCalling] = useState(false);
  const now = useNow(desk.clock, gone === null);
  const { id, name, reason, message, wishedAt, createdAt, due, missed, lastMissedAt, calling } = reservation;
  const callBack = async () => {
    setCalling(true);
    await orders.give('reservations.callBack', { reservation: id });
    setCalling(false);
  };
  const contacts = [reservation.channelName, reservation.phone, reservation.email].filter((text) => text !== '');
  return (
    <ListRow
      start={gone === null ? <StatusShape kind="reservation" /> : <Icon icon={goneIcons[gone.how]} />}
      title={
        <>
          <OutsideText text={name} />
          {due && gone === null && (
            <Tag kind="wait" icon={CalendarClock}>
              {words.due}
            </Tag>
          )}
        </>
      }
      detail={
        gone === null ? (
          <>
            <OutsideText text={reason} />
            {message !== '' && (
              <span class="ext-reservation-message">
                <OutsideText text={message} />
              </span>
            )}
          </>
        ) : (
          goneWords(gone)
        )
      }
      meta={
        gone === null ? (
          <>
            {contacts.map((text) => (
              <OutsideText key={text} text={text} />
            ))}
            {missed > 0 && lastMissedAt !== null && <span>{words.missed(missed, callTime(lastMissedAt, now))}</span>}
            {calling !== null && <b>{words.calledBy(safeName(calling.by))}</b>}
          </>
        ) : undefined
      }
      end={wishedAt === null ? words.waited(duration(now - createdAt)) : callTime(wishedAt, now)}
      endKind={due ? 'late' : 'plain'}
      gone={gone !== null}
      actionStays={due}
      action={
        calling === null ? (
          <>
            <IconButton
              icon={Check}
              label={words.doneName(safeName(name))}
              onClick={() => void orders.give('reservations.done', { reservation: id })}
            />
            <Button
              icon={Phone}
              aria-label={words.callBackName(safeName(name))}
              busy={isCalling}
              busyText={words.calling}
              onClick={() => void callBack()}
            >
              {words.callBack}
            </Button>
          </>
        ) : undefined
      }
    />
  );
}

const goneIcons = { done: Check, cancelled: CalendarX, expired: CalendarX, closed: CalendarX };

function goneWords({ how, by }: ReservationGone): string {
  if (how !== 'done') return words.gone[how];
  return by === null ? words.doneByNobody : words.gone.done(safeName(by));
}
