import { alwaysOpen } from '../../shared/contract/business-hours.ts';
import type { BusinessHours, HoursSpan } from '../../shared/contract/business-hours.ts';
import type { Office } from '../office.ts';

/** What customers can choose, by what the demo calls it. */
export const channels = {
  computers: { name: 'Computers and printers', description: 'Something does not start, print or connect' },
  mail: { name: 'E-mail and passwords', description: 'Signing in, mail, calendars' },
  lending: { name: 'Catalogue and lending', description: 'The programs at the counters' },
  rooms: { name: 'Telephones and meeting rooms', description: 'Telephones, projectors, bookings' },
} as const;
export type ChannelKey = keyof typeof channels;

/** The name of the organisation and its channels. */
export async function seedChannels({ organisation, channels: service, today }: Office): Promise<void> {
  await organisation.rename('Ostervale City Services');
  for (const [key, { name, description }] of Object.entries(channels)) {
    const channel = await service.create(name, description);
    // Enough room for somebody who plays the only representative who is there.
    await service.update({ ...channel, numbers: { availableQueue: 4, busyQueue: 4 } });
    // The others are always open: whoever tries the demo at night finds people in line.
    const hours = key === 'rooms' ? officeHours(new Date(today)) : alwaysOpen;
    await service.setReserving(channel.id, { hours, reservationQueue: key === 'rooms' ? 6 : 10 });
  }
}

/** Weekdays, with an hour off at noon and a short Friday, and the holidays that come next. */
function officeHours(today: Date): BusinessHours {
  const day = [span(7.5, 12), span(13, 17)];
  const friday = [span(7.5, 14)];
  const dateOf = (month: string, days: string) => {
    const thisYear = `${today.getFullYear()}-${month}-${days}`;
    return thisYear > today.toISOString() ? thisYear : `${today.getFullYear() + 1}-${month}-${days}`;
  };
  const holidays = [
    { date: dateOf('12', '24'), name: 'Christmas Eve', hours: [span(8, 12)] },
    { date: dateOf('12', '25'), name: 'Christmas Day', hours: [] },
    { date: dateOf('01', '01'), name: 'New Year’s Day', hours: [] },
  ].toSorted((one, other) => one.date.localeCompare(other.date));
  return { week: [day, day, day, day, friday, [], []], holidays };
}

function span(fromHour: number, toHour: number): HoursSpan {
  return { from: fromHour * 60, to: toHour * 60 };
}
