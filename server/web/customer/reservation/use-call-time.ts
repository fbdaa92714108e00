import { useMemo } from 'preact/hooks';
import type { OwnReservation } from '../../../../shared/contract/reservation.ts';
import { useCountdown } from '../../../../shared/ui/use-countdown.ts';
import type { CustomerModel } from '../customer-model.ts';
import { serverClock } from '../server-clock.ts';

/** The server's time now; draws anew when the time has come that was wished for a call. */
export function useCallTime(model: CustomerModel, reservation: OwnReservation | null): number {
  const offsetMs = model.clockOffsetMs.value;
  const clock = useMemo(() => serverClock(offsetMs), [offsetMs]);
  useCountdown(reservation?.form.wishedAt ?? 0, clock);
  return clock.now();
}
