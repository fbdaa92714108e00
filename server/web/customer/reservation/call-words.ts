/** What is said of the call that is to come. Pure. */
import type { OwnReservation } from '../../../../shared/contract/reservation.ts';
import { clockTime } from '../../../../shared/ui/format-time.ts';
import { safeName } from '../../../../shared/ui/safe-text.ts';
import { reservationTexts } from '../../texts/customer-reservation.ts';
import { dayName } from './call-times.ts';

const words = reservationTexts.page;

/** When the call comes; `more` says what to expect where the time that was wished has passed. */
export function callWords(
  { form: { wishedAt }, calledBy, lastMissedAt }: OwnReservation,
  now: number,
): { readonly title: string; readonly more?: string } {
  if (calledBy !== null) return { title: words.calling(safeName(calledBy)) };
  if (wishedAt === null) return { title: words.callsSoon };
  if (wishedAt > now) return { title: words.callsAt(dayName(wishedAt), clockTime(wishedAt)) };
  if (lastMissedAt !== null && lastMissedAt >= wishedAt) return { title: words.callsAgain };
  return { title: words.wasDue(dayName(wishedAt), clockTime(wishedAt)), more: words.dueNow };
}

/** The same in one sentence, beside the place for the code that the caller tells. */
export function callAdvice({ form: { wishedAt } }: OwnReservation, now: number): string {
  const { soon, at } = reservationTexts.connect;
  return wishedAt === null || wishedAt <= now ? soon : at(dayName(wishedAt), clockTime(wishedAt));
}
